package org.colloquy.server.api.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Folder;
import org.colloquy.model.FolderId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.jspecify.annotations.Nullable;

/// `/api/folders/...`: folders of conversations and how long those are kept.
public final class FolderRoutes {
  private final Folders folders;

  public FolderRoutes(Folders folders) {
    this.folders = folders;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/folders", Scope.READ, this::list)
        .signedIn("POST", "/api/folders", Scope.WRITE, this::create)
        .signedIn("PATCH", "/api/folders/{id}", Scope.WRITE, this::change)
        .signedIn("DELETE", "/api/folders/{id}", Scope.WRITE, this::remove);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(new FoldersJson(folders.all(caller).stream().map(FolderJson::of).toList()));
  }

  private void create(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var folder = folders.create(caller, name(body.path("name")), keepDays(body.path("keepDays")));
    exchange.reply(201, FolderJson.of(folder));
  }

  /// What the body leaves out stays.
  private void change(Caller caller, Exchange exchange) {
    var body = exchange.json();
    var folder = folders.get(caller, id(exchange));
    exchange.reply(
        FolderJson.of(
            folders.change(
                caller,
                folder.id(),
                body.has("name") ? name(body.path("name")) : folder.name(),
                changed(body, folder))));
  }

  private static @Nullable Integer changed(ObjectNode body, Folder folder) {
    return body.has("keepDays") ? keepDays(body.path("keepDays")) : folder.keepDays();
  }

  private void remove(Caller caller, Exchange exchange) {
    folders.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private static FolderId id(Exchange exchange) {
    return new FolderId(exchange.id("id", "folder"));
  }

  private static String name(JsonNode value) {
    if (!value.isTextual()) {
      throw new ProblemException(new Problem.Invalid("name", "This field is required."));
    }
    return value.textValue();
  }

  private static @Nullable Integer keepDays(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new ProblemException(new Problem.Invalid("keepDays", "This is not a number of days."));
    }
    return value.intValue();
  }

  record FoldersJson(List<FolderJson> folders) {}

  record FolderJson(UUID id, String name, @Nullable Integer keepDays) {
    static FolderJson of(Folder folder) {
      return new FolderJson(folder.id().value(), folder.name(), folder.keepDays());
    }
  }
}
