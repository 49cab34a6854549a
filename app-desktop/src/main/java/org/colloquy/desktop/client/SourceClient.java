package org.colloquy.desktop.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;

/// What the desktop asks of a server about the sources of answers. Blocks and fails as [ApiClient]
/// does.
public final class SourceClient {
  /// A larger picture of a page is not taken, in bytes.
  private static final int LARGEST = 32 * 1024 * 1024;

  private final HttpCalls calls;

  public SourceClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// By answer, oldest first.
  public List<AnswerSources> sources(ConversationId id) {
    return WireSources.answers(calls.get("/api/conversations/" + id + "/sources"));
  }

  /// The text of a page, and where its lines stand.
  public PageEntry page(AttachmentId file, int number) {
    return WireSources.page(calls.get(at(file, number)));
  }

  /// The picture of a page.
  ///
  /// @param width in pixels
  public byte[] picture(AttachmentId file, int number, int width) {
    var request = calls.request(at(file, number) + "/image?width=" + width).GET();
    try (InputStream body = calls.open(request).body()) {
      var picture = body.readNBytes(LARGEST + 1);
      if (picture.length > LARGEST) {
        throw new Unreachable("the picture of a page is too large");
      }
      return picture;
    } catch (IOException e) {
      throw new Unreachable("the picture of a page broke off", e);
    }
  }

  private static String at(AttachmentId file, int number) {
    return "/api/files/" + file + "/pages/" + number;
  }
}
