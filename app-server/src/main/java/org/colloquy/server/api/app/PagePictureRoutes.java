package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.PagePictures;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/files/{id}/pages/{page}/image`: pages as they look.
public final class PagePictureRoutes {
  private static final String USUAL_WIDTH = "1000";

  private final PagePictures pictures;

  public PagePictureRoutes(PagePictures pictures) {
    this.pictures = pictures;
  }

  void addTo(PathTable paths) {
    paths.signedIn("GET", "/api/files/{id}/pages/{page}/image", Scope.READ, this::image);
  }

  private void image(Caller caller, Exchange exchange) {
    var id = new AttachmentId(exchange.id("id", "attachment"));
    int page = number(exchange.segment("page"), new Problem.NotFound("page"));
    int width =
        number(
            exchange.query("width").orElse(USUAL_WIDTH),
            new Problem.Invalid("width", "Enter a number of pixels."));
    var png = pictures.png(caller, id, page, width);
    exchange.replyFile("page-" + page + ".png", "image/png", out -> write(png, out));
  }

  private static int number(String text, Problem otherwise) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ProblemException(otherwise, e);
    }
  }

  private static void write(byte[] png, OutputStream out) {
    try {
      out.write(png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
