package org.colloquy.server.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages as pictures.
final class PdfPictures {
  private static final float DOTS_PER_INCH = 300;
  private static final float POINTS_PER_INCH = 72;
  private static final float MOST_PIXELS = 20_000_000;

  /// How large a picture in a page may be when it is unpacked: room for a colour scan of two pages
  /// at 600 dots per inch.
  private static final long MOST_UNPACKED = 210_000_000;

  private static final int BITS_OF_COLOUR = 24;

  private PdfPictures() {}

  /// Whether there is a picture on it.
  static boolean has(PDPage page) {
    try {
      var resources = page.getResources();
      if (resources == null) {
        return false;
      }
      for (var name : resources.getXObjectNames()) {
        if (resources.isImageXObject(name) || resources.getXObject(name) != null) {
          return true;
        }
      }
      return false;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /// Whether its pictures fit into memory; a small file can hold huge ones.
  private static boolean isBearable(PDPage page) throws IOException {
    var resources = page.getResources();
    for (var name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)
          && resources.getXObject(name) instanceof PDImageXObject picture) {
        int bits = picture.getBitsPerComponent() == 1 ? 1 : BITS_OF_COLOUR;
        if ((long) picture.getWidth() * picture.getHeight() / 8 * bits > MOST_UNPACKED) {
          return false;
        }
      }
    }
    return true;
  }

  /// As sharp as it has to be for reading.
  ///
  /// @return whether it worked
  static boolean draw(PDDocument document, int index, Path picture) {
    try {
      if (!isBearable(document.getPage(index))) {
        return false;
      }
      var page = document.getPage(index).getCropBox();
      float scale = DOTS_PER_INCH / POINTS_PER_INCH;
      float pixels = page.getWidth() * page.getHeight() * scale * scale;
      float bearable = pixels > MOST_PIXELS ? (float) Math.sqrt(MOST_PIXELS / pixels) : 1;
      var drawn = renderer(document).renderImage(index, scale * bearable, ImageType.GRAY);
      return ImageIO.write(drawn, "png", picture.toFile());
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /// A page as wide as asked for; less if it is very long.
  static BufferedImage draw(PDDocument document, int index, int width) throws IOException {
    var page = document.getPage(index);
    boolean turned = page.getRotation() % 180 != 0;
    var box = page.getCropBox();
    float pageWidth = turned ? box.getHeight() : box.getWidth();
    float pageHeight = turned ? box.getWidth() : box.getHeight();
    if (!(pageWidth > 0 && pageHeight > 0)) {
      throw new Unreadable("The page has no size, so it cannot be drawn.");
    }
    float scale = width / pageWidth;
    float pixels = width * pageHeight * scale;
    float bearable = pixels > MOST_PIXELS ? (float) Math.sqrt(MOST_PIXELS / pixels) : 1;
    return renderer(document).renderImage(index, scale * bearable, ImageType.RGB);
  }

  private static PDFRenderer renderer(PDDocument document) {
    ImageIO.setUseCache(false);
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    return renderer;
  }
}
