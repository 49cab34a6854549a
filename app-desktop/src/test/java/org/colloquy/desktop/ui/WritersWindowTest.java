package org.colloquy.desktop.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.colloquy.desktop.boot.EmbeddedServer;
import org.colloquy.desktop.client.Answerer;
import org.colloquy.desktop.client.ApiClient;
import org.colloquy.desktop.client.OtherServer;
import org.colloquy.desktop.client.Question;
import org.colloquy.desktop.client.RecipientEntry;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.ShareClient;
import org.colloquy.desktop.client.SharingClient;
import org.colloquy.model.AccountRole;
import org.colloquy.model.ConversationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window of somebody in whose open conversation another account asks, before a real server.
class WritersWindowTest extends WindowTest {
  private static final String PASSWORD = "a good password";

  @TempDir Path data;
  private final ServerAddress owners = new ServerAddress();
  private final ServerAddress bobs = new ServerAddress();
  private ConversationId sky = new ConversationId(new UUID(0, 0));
  private Runnable end = () -> {};

  @Override
  void prepare() {
    var keys = data.resolve("secrets.key").toString();
    var lab =
        EmbeddedServer.start(List.of("--data", data.toString(), "--port", "0", "--key-file", keys));
    end = lab::close;
    owners.ready(lab.address(), lab.localToken());
    var api = new ApiClient(owners);
    sky = api.rename(api.startConversation().id(), "Sky").id();
    var invited = new SharingClient(owners).invite(AccountRole.MEMBER, 7);
    var here = new ServerAddress.Known(lab.address(), "");
    OtherServer.accept(here, invited.code(), "bob", PASSWORD);
    bobs.turnTo(OtherServer.signIn(here, "bob", PASSWORD));
    new ShareClient(owners).share(sky, RecipientEntry.named("bob"), true);
  }

  @Override
  ServerAddress served() {
    return owners;
  }

  @AfterEach
  void stop() {
    end.run();
  }

  private void bobAsks(String question) {
    var asked = new Question.Say(question, null, Answerer.ANY);
    new ApiClient(bobs).ask(sky, asked).read(_ -> {});
  }

  @Test
  void showsWhatAWriterAsksWhileItIsOpen() {
    untilSays("Sky");
    clickOn("Sky");
    until(() -> wiring.chat().conversation().get() != null);
    bobAsks("Why is it blue?");
    untilSays("Why is it blue?");
    untilSays("bob");
    interact(() -> Pictures.save(scene(), "writer-asked"));
    ask("And at night?");
    until(() -> wiring.chat().messages().size() == 4 && !wiring.chat().state().get().busy());
    bobAsks("And on Mars?");
    untilSays("And on Mars?");
  }
}
