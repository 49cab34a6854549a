package org.colloquy.server.core.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Problem NOT_FOUND = new Problem.NotFound("folder");

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Conversations conversations = test.core().conversations();
  private final Folders folders = test.core().folders();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void keepsNamesAndPromises() {
    var first = folders.create(ole, " Thesis ", 3_650);
    var second = folders.create(ole, "Drafts", null);
    assertThat(first.name()).isEqualTo("Thesis");
    assertThat(folders.all(ole)).containsExactly(first, second);

    var changed = folders.change(ole, second.id(), "Notes", 30);

    assertThat(changed.keepDays()).isEqualTo(30);
    assertThat(folders.all(ole)).containsExactly(first, changed);
    assertThat(folders.change(ole, first.id(), "Thesis", null).keepDays()).isNull();
  }

  @Test
  void holdsConversationsUntilItIsRemoved() {
    var folder = folders.create(ole, "Thesis", null);
    var talk = conversations.create(ole, "talk");

    assertThat(folders.file(ole, talk.id(), folder.id()).folder()).isEqualTo(folder.id());
    assertThat(conversations.newestFirst(ole).getFirst().folder()).isEqualTo(folder.id());
    assertThat(folders.file(ole, talk.id(), null).folder()).isNull();

    folders.file(ole, talk.id(), folder.id());
    folders.remove(ole, folder.id());
    assertThat(conversations.get(ole, talk.id())).isEqualTo(talk);
    assertThat(folders.all(ole)).isEmpty();
  }

  @Test
  void doesNotFindOtherPeoplesFoldersAndConversations() {
    var folder = folders.create(ole, "Thesis", null);
    var kari = test.member("kari");
    var hers = conversations.create(kari, "hers");

    assertThat(folders.all(kari)).isEmpty();
    assertThat(Problems.of(() -> folders.change(kari, folder.id(), "x", null)))
        .isEqualTo(NOT_FOUND);
    assertThat(Problems.of(() -> folders.remove(kari, folder.id()))).isEqualTo(NOT_FOUND);
    assertThat(Problems.of(() -> folders.file(kari, hers.id(), folder.id()))).isEqualTo(NOT_FOUND);
    assertThat(Problems.of(() -> folders.file(ole, hers.id(), folder.id())))
        .isEqualTo(new Problem.NotFound("conversation"));
  }

  @Test
  void promisesFromOneDayToAHundredYears() {
    for (int days : new int[] {0, -1, 36_501}) {
      assertThat(Problems.of(() -> folders.create(ole, "x", days)))
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(Problems.of(() -> folders.create(ole, " ", null)))
        .isInstanceOf(Problem.Invalid.class);
    assertThat(folders.create(ole, "x", 36_500).keepDays()).isEqualTo(36_500);
  }
}
