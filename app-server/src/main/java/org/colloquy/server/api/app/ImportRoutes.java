package org.colloquy.server.api.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.importing.ImportReport;
import org.colloquy.server.core.importing.ImportReport.Outcome;
import org.colloquy.server.core.importing.Imports;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.Part;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/import`: taking over conversations that were held elsewhere.
public final class ImportRoutes {
  private static final long LARGEST_FILE = 2L * 1024 * 1024 * 1024;

  private final Imports imports;

  public ImportRoutes(Imports imports) {
    this.imports = imports;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/api/import", Scope.WRITE, this::take)
        .signedIn("POST", "/api/import/preview", Scope.READ, this::preview);
  }

  private void take(Caller caller, Exchange exchange) {
    each(exchange, part -> imports.take(caller, part.content(), name(part)));
  }

  private void preview(Caller caller, Exchange exchange) {
    each(exchange, part -> imports.preview(caller, part.content(), name(part)));
  }

  private interface Step {
    ImportReport of(Part part);
  }

  private static void each(Exchange exchange, Step step) {
    exchange.part(
        "file", LARGEST_FILE, file -> exchange.reply(ReportJson.of(step.of(required(file)))));
  }

  private static Part required(Optional<Part> file) {
    return file.filter(sent -> sent.fileName() != null)
        .orElseThrow(
            () -> new ProblemException(new Problem.Invalid("file", "This field is required.")));
  }

  private static String name(Part part) {
    return String.valueOf(part.fileName());
  }

  /// @param fresh how many could be taken over; 0 unless it is a preview
  record ReportJson(long added, long fresh, long known, long refused, List<ItemJson> items) {
    static ReportJson of(ImportReport report) {
      return new ReportJson(
          report.count(Outcome.ADDED),
          report.count(Outcome.NEW),
          report.count(Outcome.KNOWN),
          report.count(Outcome.REFUSED),
          report.items().stream().map(ItemJson::of).toList());
    }
  }

  record ItemJson(
      String origin,
      String title,
      int messages,
      String outcome,
      String why,
      @Nullable UUID conversation) {
    static ItemJson of(ImportReport.Item item) {
      var conversation = item.conversation();
      return new ItemJson(
          item.origin(),
          item.title(),
          item.messages(),
          item.outcome().name().toLowerCase(Locale.ROOT),
          item.why(),
          conversation == null ? null : conversation.value());
    }
  }
}
