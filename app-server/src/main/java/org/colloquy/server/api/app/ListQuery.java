package org.colloquy.server.api.app;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.colloquy.model.FolderId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.conversation.Listing;
import org.colloquy.server.core.conversation.Listing.Filed;
import org.colloquy.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// Reads which conversations are wanted in a list. Archived ones must be asked for.
final class ListQuery {
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private ListQuery() {}

  static Listing of(Exchange exchange) {
    return new Listing(
        flag("pinned", exchange.query("pinned").orElse("any")),
        flag("archived", exchange.query("archived").orElse("off")),
        exchange.query("folder").map(ListQuery::filed).orElseGet(Filed.Anywhere::new),
        exchange.query("tag").orElse(null),
        new Listing.Page(
            exchange.query("before").map(ListQuery::time).orElse(END_OF_TIME),
            exchange.query("beforeNumber").map(ListQuery::number).orElse(0L),
            Limits.of(exchange)));
  }

  private static @Nullable Boolean flag(String field, String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      case "any" -> null;
      default -> throw invalid(field, "It must be on, off or any.");
    };
  }

  private static Filed filed(String folder) {
    return folder.equals("none")
        ? new Filed.Nowhere()
        : Exchange.uuid(folder)
            .<Filed>map(id -> new Filed.In(new FolderId(id)))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("folder")));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          new Problem.Invalid("before", "This is not a time such as 2026-11-21T08:00:00Z."), e);
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(new Problem.Invalid("beforeNumber", "This is not a number."), e);
    }
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }
}
