package org.colloquy.server.api.app;

import org.colloquy.model.ConversationId;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.Marks;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.memory.Memories;

/// Hands each part of what a conversation is to be to those who see to it.
public final class ConversationChanges {
  private final Conversations conversations;
  private final Marks marks;
  private final Folders folders;
  private final Agents agents;
  private final Memories memories;

  public ConversationChanges(
      Conversations conversations, Marks marks, Folders folders, Agents agents, Memories memories) {
    this.conversations = conversations;
    this.marks = marks;
    this.folders = folders;
    this.agents = agents;
    this.memories = memories;
  }

  void apply(Caller caller, ConversationId id, ConversationChange change) {
    if (change.answered()) {
      agents.choose(caller, id, change.agent());
    }
    var remembers = change.remembers();
    if (remembers != null) {
      remember(caller, id, remembers);
    }
    if (change.moves()) {
      folders.file(caller, id, change.folder());
    }
    var marked = change.marks();
    if (marked != null) {
      marks.change(caller, id, marked);
    }
    var title = change.title();
    if (title != null) {
      conversations.rename(caller, id, title);
    }
  }

  private void remember(Caller caller, ConversationId id, boolean remembers) {
    if (remembers) {
      memories.switchOn(caller, id);
    } else {
      memories.switchOff(caller, id);
    }
  }
}
