package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Conversation;
import org.colloquy.model.DataTable;
import org.colloquy.model.DateOrder;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.TableFaults;
import org.colloquy.model.TableForm;
import org.colloquy.model.TableId;
import org.colloquy.model.TableState;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.conversation.ConversationSetting;
import org.colloquy.server.core.conversation.Surroundings;
import org.junit.jupiter.api.Test;

class JdbiSurroundingsStoreTest extends StoreTest {
  private static final TableForm FORM =
      new TableForm("UTF-8", ",", "\"", 0, true, ".", DateOrder.DAY_MONTH_YEAR, List.of());

  private final JdbiSurroundingsStore store = new JdbiSurroundingsStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final Conversation talk = conversation(account("ada").id(), "talk");

  JdbiSurroundingsStoreTest(Kind kind) {
    super(kind);
  }

  private Surroundings found() {
    return store.of(talk.id()).orElseThrow();
  }

  private AttachmentId file() {
    var id = new AttachmentId(next());
    new JdbiAttachmentStore(database)
        .add(new NewAttachment(id, talk.id(), null, "a.csv", "text/csv", 3, NOON));
    return id;
  }

  private void table(AttachmentId file) {
    new JdbiTableStore(database)
        .add(
            new DataTable(
                new TableId(next()),
                0,
                talk.id(),
                file,
                "a.csv",
                "",
                "wells",
                TableState.WAITING,
                0,
                FORM,
                List.of(),
                TableFaults.NONE,
                ""));
  }

  @Test
  void tellsOfANewConversationThatItHasNothing() {
    assertThat(found())
        .isEqualTo(new Surroundings(talk, ConversationSetting.NONE, List.of(), false, false));
  }

  @Test
  void tellsWhatTheConversationHas() {
    var setting = new ConversationSetting("Be brief.", ModelParameters.NONE, false);
    new JdbiConversationSettingStore(database).put(talk.id(), setting);
    var messages = new JdbiMessageStore(database);
    var said = messages.append(List.of(said(talk.id(), "Hi"), said(talk.id(), "Are you there?")));
    var file = file();

    assertThat(found().setting()).isEqualTo(setting);
    assertThat(found().messages()).isEqualTo(said);
    assertThat(found().conversation().activeLeaf()).isEqualTo(said.getLast().id());
    assertThat(found().hasFiles()).isTrue();
    assertThat(found().hasTables()).isFalse();

    table(file);
    assertThat(found().hasTables()).isTrue();
  }

  @Test
  void hasNothingOfAnotherConversation() {
    var other = conversation(talk.owner(), "other");
    table(file());
    new JdbiMessageStore(database).append(List.of(said(talk.id(), "Hi")));

    assertThat(store.of(other.id()))
        .contains(new Surroundings(other, ConversationSetting.NONE, List.of(), false, false));
  }

  @Test
  void findsNoConversationInTheTrash() {
    conversations.remove(talk.owner(), talk.id(), NOON);

    assertThat(store.of(talk.id())).isEmpty();
  }
}
