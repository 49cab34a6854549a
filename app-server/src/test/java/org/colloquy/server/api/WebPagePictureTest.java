package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.server.ChatServer;
import org.colloquy.server.RunningServer;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestCore;
import org.colloquy.server.extract.PdfFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page of a PDF file as it looks, by the whole program.
class WebPagePictureTest extends WebPageCase {
  private static final String SENTENCE = "Samples of the ice were kept at -80 degrees";

  @TempDir Path folder;
  private RunningServer program;

  private RunningServer start() {
    return ChatServer.start(
        ChatServer.configure(
            List.of(
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--search-engine",
                "none",
                "--openai-address",
                "http://127.0.0.1:9/v1")));
  }

  private Path paper() throws IOException {
    var pdf =
        PdfFiles.of(document -> {
          PdfFiles.page(
              document, page -> PdfFiles.line(page, PdfFiles.TIMES, 20, 72, 700, "Title"));
          PdfFiles.page(
              document,
              page -> {
                PdfFiles.line(page, PdfFiles.TIMES, 12, 72, 700, "How it was done");
                PdfFiles.line(page, PdfFiles.TIMES, 12, 72, 300, SENTENCE + ".");
              });
        });
    return Files.write(folder.resolve("ice.pdf"), pdf);
  }

  @AfterEach
  void end() {
    close();
    page = null;
    if (program != null) {
      program.close();
    }
  }

  @Test
  void showsThePageWithTheWordsMarkedWhereTheyStand() throws IOException {
    program = start();
    page = BrowserPage.open("MAP localhost 127.0.0.1");
    new TestClient(program.port(), program.localToken())
        .send(
            "PUT",
            "/api/account/sign-in",
            "{\"username\":\"%s\",\"email\":\"k@example.org\",\"password\":\"%s\"}"
                .formatted(NAME, TestCore.PASSWORD));
    page.go("http://localhost:" + program.port() + "/");
    signIn();
    page.until("document.querySelector('#attach').checkVisibility()");
    page.choose("#pick", paper());
    page.until("document.querySelector('.file').dataset.state === 'ready'");
    ask("At how many degrees were samples of the ice kept?");
    page.until(WHOLE);
    page.until("document.querySelector('.sources li button')");

    page.run(
        "[...document.querySelectorAll('.sources li button')].find((each) =>"
            + " each.innerText.includes('page 2')).click()");

    page.until("document.querySelector('#reader canvas')?.width === 1600");
    page.until("document.querySelector('.page-mark')");
    pictures("web-reader");
    assertThat(marked())
        .as("the mark lies on the sentence, which stands 300 of 842 points above the lower edge")
        .isBetween(0.6, 0.66);
    page.click("#reader [data-part=closer]");
    page.until("document.querySelector('.sheet').style.width === '125%'");
    assertThat(marked()).isBetween(0.6, 0.66);
    page.click("#reader [data-part=as-text]");
    page.until("#reader mark", SENTENCE);
    assertThat(page.complaints()).isEmpty();
  }

  /// Where the last mark ends, as a part of the page's height.
  private double marked() {
    return page.run(
            "(() => { const of = (it) => it.getBoundingClientRect();"
                + " const all = [...document.querySelectorAll('.page-mark')];"
                + " const sheet = of(document.querySelector('.sheet'));"
                + " return (of(all.at(-1)).bottom - sheet.top) / sheet.height })()")
        .asDouble();
  }
}
