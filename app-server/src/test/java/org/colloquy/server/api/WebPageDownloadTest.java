package org.colloquy.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colloquy.server.core.turn.ScriptedReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people take away from the page as files.
class WebPageDownloadTest extends WebPageCase {
  @TempDir Path folder;

  private Path saved(String name) {
    var file = folder.resolve(name);
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file) && Files.size(file) > 0);
    return file;
  }

  private static List<Path> saved(Path folder) throws IOException {
    try (var there = Files.list(folder)) {
      return there.toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "markdown, .md, Coldness",
    "html, .html, <!DOCTYPE html>",
    "pdf, .pdf, %PDF-",
    "json, .colloquy, colloquy-conversation"
  })
  void savesAConversation(String format, String ending, String part) throws IOException {
    open(ScriptedReply.says("Very *cold*."));
    page.saveInto(folder);
    signIn();
    assertThat(page.run("document.querySelector('#show-export').checkVisibility()").asBoolean())
        .isFalse();
    ask("Coldness");
    page.until(WHOLE);

    page.click("#show-export");
    if (format.equals("pdf")) {
      pictures("web-export");
    }
    page.click("[data-format=" + format + "]");

    var file = saved("Coldness" + ending);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .containsIgnoringCase(part);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void savesAFileThatWasAttachedUnderItsName() throws IOException {
    open(ScriptedReply.says("Read"));
    var target = Files.createDirectory(folder.resolve("saved"));
    page.saveInto(target);
    signIn();
    var file =
        Files.writeString(
            folder.resolve("ice & <b>snow é.html"), "<script>window.hit = 1</script>");
    page.until("document.querySelector('#attach').checkVisibility()");
    page.choose("#pick", file);
    page.until("#files", "snow");

    page.click(".file [data-part=save]");

    await().until(() -> saved(target).stream().anyMatch(each -> each.toString().endsWith(".html")));
    assertThat(saved(target))
        .singleElement()
        .satisfies(each -> assertThat(each).hasSameTextualContentAs(file));
    assertThat(page.run("typeof window.hit").asText()).isEqualTo("undefined");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void saysThatAFileDidNotArrive() {
    open(ScriptedReply.says("Yes"));
    signIn();
    ask("Is it?");
    page.until(WHOLE);

    link.cut();
    page.click("#show-export");
    page.click("[data-format=json]");

    page.until("#notice", "does not answer");
  }
}
