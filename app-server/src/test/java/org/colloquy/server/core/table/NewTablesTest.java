package org.colloquy.server.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.attachment.Attachments.Uploaded;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewTablesTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Well."));

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void namesFilesApartThatArriveAtTheSameMoment() throws Exception {
    var talk = test.core().conversations().create(test.owner(), "").id();
    var uploads = new ArrayList<Callable<Uploaded>>();
    for (int i = 0; i < 8; i++) {
      var csv = ("well,rate\nA-1," + i + "\n").getBytes(StandardCharsets.UTF_8);
      uploads.add(() ->
          test.core()
              .attachments()
              .upload(test.owner(), talk, "wells.csv", new ByteArrayInputStream(csv)));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var upload : threads.invokeAll(uploads)) {
        upload.get();
      }
    }

    assertThat(test.core().tables().of(test.owner(), talk))
        .extracting(listed -> listed.table().name())
        .containsExactlyInAnyOrder(
            "wells", "wells_2", "wells_3", "wells_4", "wells_5", "wells_6", "wells_7", "wells_8");
  }
}
