package org.colloquy.server.core.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final Providers providers = test.core().providers();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void addsAFileOfThisComputerWithItsModel() {
    var path = new File("models", "my model.gguf").getAbsolutePath();
    var added = providers.add(test.owner(), "", " " + path + " ", ProviderKind.GGUF);

    assertThat(added.address()).startsWith("file:/").endsWith("/models/my%20model.gguf");
    assertThat(added.models()).hasSize(1);
    assertThat(added.name()).isEqualTo(added.models().getFirst().name());
    assertThat(added.models().getFirst().facts().price()).isEqualTo(ModelPrice.FREE);
    assertThat(providers.visible(test.owner())).contains(added);
  }

  @Test
  void runsFilesForTheOwnerOnly() {
    var eve = test.member("eve");
    assertThat(Problems.of(() -> providers.add(eve, "", "/etc/passwd", ProviderKind.GGUF)))
        .isInstanceOf(Problem.NotAllowed.class);
  }

  @Test
  void wantsTheWholePath() {
    for (var path : new String[] {"", "model.gguf", "../model.gguf", "/x\0y"}) {
      assertThat(Problems.of(() -> providers.add(test.owner(), "", path, ProviderKind.GGUF)))
          .isInstanceOf(Problem.Invalid.class);
    }
  }
}
