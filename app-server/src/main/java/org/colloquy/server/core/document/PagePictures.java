package org.colloquy.server.core.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.identity.Caller;

/// The pages of files as they look. Other people's are not found.
public final class PagePictures {
  private static final int NARROWEST = 16;

  private final AttachmentStore attachments;
  private final FileContents contents;
  private final PageImages images;

  public PagePictures(AttachmentStore attachments, FileContents contents, PageImages images) {
    this.attachments = attachments;
    this.contents = contents;
    this.images = images;
  }

  /// A page as a PNG picture.
  ///
  /// @param page from 1
  /// @param width in pixels
  /// @throws ProblemException Invalid with a width that no picture has; NotFound when there is no
  ///   such file or page; Unavailable with a sentence when it cannot be drawn
  public byte[] png(Caller caller, AttachmentId id, int page, int width) {
    if (width < NARROWEST || width > PageImages.WIDEST) {
      throw new ProblemException(
          new Problem.Invalid(
              "width", "Enter a number from %d to %d.".formatted(NARROWEST, PageImages.WIDEST)));
    }
    var file =
        attachments
            .find(caller.account(), id)
            .filter(found -> found.size() != Attachment.NOT_KEPT)
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("attachment")));
    try (var content = contents.open(file.id())) {
      return images.png(content, page, width);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
