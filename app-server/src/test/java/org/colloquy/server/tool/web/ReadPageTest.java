package org.colloquy.server.tool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.turn.Occasions;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadPageTest {
  private final ScriptedWeb web = new ScriptedWeb();
  private final ReadPage tool = new ReadPage(web.client());

  @AfterEach
  void close() {
    web.close();
  }

  private String read(String address) {
    return tool.run(Occasions.ANY, "{\"address\":\"" + address + "\"}");
  }

  @Test
  void tellsWhatThePageSays() {
    web.redirect("/old", "/new")
        .html("/new", "<title>Wells</title><nav>Menu</nav><main><p>Oil is old.</p></main>");

    assertThat(read(web.at("site.example", "/old").toString()))
        .isEqualTo("Wells\n" + web.at("site.example", "/new") + "\n\nOil is old.");
  }

  @Test
  void mayBeSentAnywhereSoStrangersMustNotChooseWhere() {
    assertThat(tool.sends()).isEqualTo(Tool.Sends.ANYWHERE);
    assertThat(tool.bringsStrangersWords()).isTrue();
  }

  @Test
  void readsNothingOfThisMachine() {
    var guarded =
        new ReadPage(
            new WebClient(
                "Colloquy/test",
                Ways.guard(_ -> List.of(InetAddress.getLoopbackAddress()))
                    .to(Ways.guard(_ -> List.of()).publicWeb())));
    web.html("/", "secret");

    assertThat(
            Problems.of(() ->
                guarded.run(
                    Occasions.ANY, "{\"address\":\"http://127.0.0.1:" + web.port() + "/\"}")))
        .isInstanceOf(Problem.Unavailable.class);
    assertThat(web.requests()).isEmpty();
  }

  @Test
  void saysWhyItCannotRead() {
    assertThat(Problems.of(() -> read("file:///etc/passwd"))).isInstanceOf(Problem.Invalid.class);
    assertThat(Problems.of(() -> read(web.at("site.example", "/none").toString())))
        .isEqualTo(new Problem.Unavailable("This page cannot be read: status 404."));
  }
}
