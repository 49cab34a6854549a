package org.colloquy.server.writing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/// What PDF files are set in: the DejaVu fonts, which come with the program, and for characters
/// that they do not have, fonts of this computer.
public final class PdfFonts {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final String PLAIN = "DejaVuSans.ttf";
  private static final List<Face> FACES =
      List.of(
          new Face("Body", PLAIN, 400, FontStyle.NORMAL),
          new Face("Body", "DejaVuSans-Bold.ttf", 700, FontStyle.NORMAL),
          new Face("Body", "DejaVuSans-Oblique.ttf", 400, FontStyle.ITALIC),
          new Face("Body", "DejaVuSans-BoldOblique.ttf", 700, FontStyle.ITALIC),
          new Face("Plain", PLAIN, 400, FontStyle.NORMAL),
          new Face("Code", "DejaVuSansMono.ttf", 400, FontStyle.NORMAL),
          new Face("Code", "DejaVuSansMono-Bold.ttf", 700, FontStyle.NORMAL));

  private final Supplier<List<Path>> elsewhere;
  private @Nullable Coverage own;
  private @Nullable List<Path> found;

  private record Face(String family, String file, int weight, FontStyle style) {}

  /// @param elsewhere files of fonts; asked for once, when they are needed first
  PdfFonts(Supplier<List<Path>> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /// With the fonts of this computer.
  public static PdfFonts ofThisComputer() {
    return new PdfFonts(() -> new FontFileFinder().find().stream().map(Path::of).toList());
  }

  /// Sets what follows in the fonts of this program.
  void addTo(PdfRendererBuilder builder) {
    for (var face : FACES) {
      builder.useFont(() -> open(face.file()), face.family(), face.weight(), face.style(), true);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(PdfFonts.class.getResourceAsStream(FOLDER + file), file);
  }

  /// What can be drawn with the fonts of this program.
  synchronized Coverage own() {
    if (own == null) {
      try (var font = new TTFParser().parse(new RandomAccessReadBuffer(open(PLAIN)))) {
        own = Coverage.of(font);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return own;
  }

  /// The files of other fonts that may help, the best first.
  synchronized List<Path> others() {
    if (found == null) {
      found = KnownFonts.among(elsewhere.get());
    }
    return found;
  }
}
