package org.colloquy.desktop.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server to have conversations as files. Blocks and fails as
/// [ApiClient] does.
public final class ExportClient {
  private final HttpCalls calls;

  public ExportClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// What is wanted.
  ///
  /// @param conversation null for all of them
  /// @param allBranches only with JSON
  public record Wish(
      @Nullable ConversationId conversation, ExportFormat format, boolean allBranches) {
    private String path() {
      var what =
          conversation == null
              ? "/api/export/conversations"
              : "/api/conversations/" + conversation + "/export";
      return what + "?format=" + format.word() + (allBranches ? "&branches=all" : "");
    }
  }

  /// A conversation that goes into another one, as its open branch reads.
  public byte[] text(ConversationId conversation) {
    var path = new Wish(conversation, ExportFormat.MARKDOWN, false).path();
    try (var bytes = calls.open(calls.request(path)).body()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what is wanted into a file, which appears when it is whole.
  ///
  /// @return its size in bytes
  public long save(Wish wish, Path file, Download download) {
    var request = calls.request(wish.path()).GET().build();
    return WholeFile.write(download.counted(calls.download(request, download)), file);
  }
}
