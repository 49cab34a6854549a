package org.colloquy.desktop.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.background.OneThreadBackground;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.ConversationPlace;
import org.colloquy.desktop.client.ExportClient;
import org.colloquy.desktop.client.ExportFormat;
import org.colloquy.desktop.fake.ScriptedExports;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final ExportViewModel export =
      new ExportViewModel(new ExportClient(server.address()), new InlineBackground());

  @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private static ConversationEntry conversation(String title) {
    return new ConversationEntry(
        new ConversationId(new UUID(0, 7)),
        title,
        2,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        new ConversationPlace(false, false, false, null, List.of()));
  }

  @Test
  void writesOneConversationInTheChosenForm() {
    export.wantOne(conversation("Cells"));
    export.format().set(ExportFormat.PDF);
    var file = folder.resolve("cells.pdf");

    export.save(file);

    assertThat(file).hasContent(ScriptedExports.FILE);
    assertThat(export.state().get())
        .isEqualTo(new ExportState.Written(file, ScriptedExports.FILE.length()));
    assertThat(server.requests())
        .containsExactly("GET /api/conversations/" + new UUID(0, 7) + "/export?format=pdf ");
  }

  @Test
  void wantsAllBranchesOfAllConversationsOnlyWhereAFileCanHoldThem() {
    export.wantAll();
    export.allBranches().set(true);
    export.save(folder.resolve("a.zip"));
    export.format().set(ExportFormat.JSON);
    export.save(folder.resolve("b.zip"));

    assertThat(server.requests())
        .containsExactly(
            "GET /api/export/conversations?format=markdown ",
            "GET /api/export/conversations?format=json&branches=all ");
  }

  @Test
  void callsTheFileByTheTitleWithoutWhatSystemsRefuse() {
    export.wantOne(conversation("..Cells: what/why?\\ "));
    assertThat(export.fileName()).isEqualTo("Cells- what-why--.md");
    export.format().set(ExportFormat.JSON);
    export.wantOne(conversation(" "));
    assertThat(export.fileName()).isEqualTo("conversation.colloquy");
    export.wantOne(conversation("x".repeat(300)));
    assertThat(export.fileName()).hasSize(100 + ".colloquy".length());
    export.wantAll();
    assertThat(export.fileName()).isEqualTo("colloquy-conversations-json.zip");
  }

  @Test
  void leavesNoFileWhenTheServerRefuses() {
    server.refuse("/export", 404, "{\"problem\":\"not-found\",\"what\":\"conversation\"}");
    export.wantOne(conversation("Cells"));

    export.save(folder.resolve("cells.md"));

    assertThat(export.state().get()).isInstanceOf(ExportState.Failed.class);
    assertThat(folder).isEmptyDirectory();
    export.wantAll();
    assertThat(export.state().get()).isEqualTo(new ExportState.Quiet());
  }

  @Test
  void stopsAndLeavesNoFileWhenItIsNotWantedAnyMore() {
    var letGo = server.exports().hold();
    try (var background = new OneThreadBackground()) {
      var slow = new ExportViewModel(new ExportClient(server.address()), background);
      background.onWindow(() -> {
        slow.wantOne(conversation("Cells"));
        slow.save(folder.resolve("cells.md"));
        return true;
      });
      await()
          .until(() -> slow.state().get() instanceof ExportState.Working(var bytes) && bytes > 0);
      background.onWindow(() -> {
        slow.cancel();
        return true;
      });
      await().until(() -> slow.state().get() instanceof ExportState.Quiet);
    }
    letGo.run();
    assertThat(folder).isEmptyDirectory();
  }
}
