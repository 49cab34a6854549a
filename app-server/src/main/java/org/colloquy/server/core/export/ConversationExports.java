package org.colloquy.server.core.export;

import java.io.OutputStream;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.citation.CitationStore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// Hands people their conversations as files. No more than a few messages are in memory at once.
public final class ConversationExports {
  private final Conversations conversations;
  private final ExportStore store;
  private final ExportedReading reading;
  private final ConversationForms forms;
  private final AuditLog audit;

  public ConversationExports(
      Conversations conversations,
      ExportStore store,
      CitationStore citations,
      ConversationForms forms,
      AuditLog audit) {
    this.conversations = conversations;
    this.store = store;
    this.reading = new ExportedReading(store, citations);
    this.forms = forms;
    this.audit = audit;
  }

  /// A conversation that is about to be handed on.
  public final class Handed {
    private final Conversation conversation;
    private final Branches branches;

    private Handed(Conversation conversation, Branches branches) {
      this.conversation = conversation;
      this.branches = branches;
    }

    /// What its file is called, without the ending.
    public String name() {
      return EntryName.of(conversation);
    }

    /// Hands it over.
    public void to(ConversationTaker taker) {
      reading.hand(conversation, branches, taker);
    }
  }

  /// One conversation.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when it is not the caller's, or in the
  ///   trash
  public Handed of(Caller caller, ConversationId id, Branches branches) {
    return new Handed(conversations.get(caller, id), branches);
  }

  /// One conversation, by its number.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when it is not the caller's, or in the
  ///   trash
  public Handed ofNumber(Caller caller, long number, Branches branches) {
    return new Handed(conversations.getByNumber(caller, number), branches);
  }

  /// Hands over all of the caller's conversations, oldest first, without those in the trash.
  public void all(Caller caller, Branches branches, ConversationTaker taker) {
    audit.note(caller.did(Action.EXPORTED, caller.account()));
    for (var id : store.conversations(caller.account())) {
      store
          .messages(id, Long.MAX_VALUE, 1)
          .map(ExportStore.Page::conversation)
          .filter(conversation -> conversation.removedAt() == null)
          .ifPresent(conversation -> reading.hand(conversation, branches, taker));
    }
  }

  /// What one of several files is called, without the ending: no two of them the same.
  public static String nameAmongOthers(Conversation conversation) {
    return EntryName.of(conversation) + "-" + conversation.number();
  }

  /// Begins a file of this form.
  ///
  /// @param out stays open
  public ConversationWriter write(ConversationFormat format, OutputStream out) {
    return forms.open(format, out);
  }
}
