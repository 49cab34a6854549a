package org.colloquy.server.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.server.extract.PdfFiles.TIMES;
import static org.colloquy.server.extract.PdfFiles.line;

import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Test;

/// PDF files made to do harm.
class HarmfulPdfTest extends HarmfulFilesCase {
  @Test
  void readsTheWordsOfAPdfWhoseFormIsAnAttack() {
    var form =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY % a SYSTEM \""
            + trapAddress()
            + "\"> %a; <!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
            + "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">&b;</xdp:xdp>";
    var pdf =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Harmless words"));
          var acroForm = new PDAcroForm(document);
          var stream = new PDStream(document);
          try (var out = stream.createOutputStream()) {
            out.write(form.getBytes(UTF_8));
          }
          acroForm.getCOSObject().setItem(COSName.XFA, stream);
          document.getDocumentCatalog().setAcroForm(acroForm);
          var metadata = new org.apache.pdfbox.pdmodel.common.PDMetadata(document);
          metadata.importXMPMetadata(form.getBytes(UTF_8));
          document.getDocumentCatalog().setMetadata(metadata);
        });
    assertThat(reading.text(pdf, "form.pdf").pages().getFirst().text()).isEqualTo("Harmless words");
  }

  @Test
  void refusesAPdfWithAPassword() {
    var locked =
        PdfFiles.of(document -> {
          PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "Secret"));
          document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    assertThat(reading.refusal(locked, "locked.pdf"))
        .isEqualTo("The PDF is protected with a password. Save it without one and upload that.");
  }

  @Test
  void endsWithAPdfThatPointsAtItself() {
    var loop =
        """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R
          /Resources << /XObject << /X 5 0 R >> >> >> endobj
        4 0 obj << /Length 5 >> stream
        /X Do
        endstream endobj
        5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5
          /Resources << /XObject << /X 5 0 R >> >> >> stream
        /X Do
        endstream endobj
        xref
        0 1
        0000000000 65535 f
        trailer << /Root 1 0 R /Size 6 /Prev 700 >>
        startxref
        700
        %%EOF
        """;
    var started = System.nanoTime();
    try {
      reading.text(loop.getBytes(ISO_8859_1), "loop.pdf");
    } catch (ProblemException e) {
      assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void readsAPdfOfTenThousandPagesOrSaysHowMuchOfIt() {
    var many =
        PdfFiles.of(document -> {
          var first =
              PdfFiles.page(document, page -> line(page, TIMES, 11, 60, 700, "The same words"));
          for (int i = 1; i < 10_000; i++) {
            document.importPage(first);
          }
        });
    var text = reading.text(many, "long.pdf");
    if (text.pages().size() < 10_000) {
      assertThat(text.hint())
          .isEqualTo(
              "Only the first %d pages were read; the others took too long."
                  .formatted(text.pages().size()));
    }
    assertThat(text.pages().getLast().text()).isEqualTo("The same words");
  }
}
