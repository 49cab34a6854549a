package org.colloquy.server.core.shared;

import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// Lets others into one's conversations, and out again. A share counts from the next thing that
/// somebody asks for on, and so does its end.
public final class Shares {
  /// With so many a conversation can be shared.
  static final int MOST = 100;

  private final ShareStore store;
  private final Conversations conversations;
  private final Recipients recipients;
  private final Audit audit;
  private final InstantSource clock;
  private final Ids ids;

  public Shares(
      ShareStore store,
      Conversations conversations,
      Recipients recipients,
      Audit audit,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.conversations = conversations;
    this.recipients = recipients;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /// With whom one of the caller's conversations is shared, oldest first.
  public List<Share> of(Caller caller, ConversationId id) {
    return store.of(caller.account(), conversations.get(caller, id).id());
  }

  /// Shares one of the caller's conversations, or changes what somebody may do with it.
  ///
  /// @throws ProblemException NotAllowed when a program asks, NotFound of an `account` or a `group`
  ///   when that is none that the caller can share with
  public Share put(Caller caller, ConversationId id, RecipientChoice choice, Right right) {
    caller.requirePerson();
    var shared = of(caller, id);
    var with = recipients.find(caller, choice).orElseThrow(() -> notFound(choice));
    if (shared.size() >= MOST && shared.stream().noneMatch(share -> share.with().equals(with))) {
      throw new ProblemException(
          new Problem.Invalid("", "This conversation is shared with " + MOST + " already."));
    }
    var share = new Share(new ShareId(ids.next()), id, with, right, clock.instant());
    var kept = store.put(caller.account(), share).orElseThrow(() -> notFound(choice));
    audit.note(caller.did(Action.CONVERSATION_SHARED, id + " " + object(with) + " " + right));
    return kept;
  }

  /// Ends a share of one of the caller's conversations.
  public void remove(Caller caller, ConversationId id, ShareId share) {
    conversations.get(caller, id);
    if (!store.remove(caller.account(), id, share)) {
      throw new ProblemException(new Problem.NotFound("share"));
    }
    audit.note(caller.did(Action.CONVERSATION_UNSHARED, id + " " + share));
  }

  private static Object object(Recipient with) {
    return switch (with) {
      case Recipient.Member(var account, _) -> account;
      case Recipient.Members(var group, _) -> group;
    };
  }

  private static ProblemException notFound(RecipientChoice choice) {
    return new ProblemException(
        new Problem.NotFound(choice instanceof RecipientChoice.OfGroup ? "group" : "account"));
  }
}
