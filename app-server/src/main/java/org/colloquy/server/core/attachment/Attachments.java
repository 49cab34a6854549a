package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.attachment.BlobStore.Incoming;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// Files of conversations. Other people's are not found.
public final class Attachments {
  private static final int LONGEST_NAME = 1_024;
  private static final int LONGEST_TYPE = 255;

  private final Kept kept;
  private final Conversations conversations;
  private final Activities activities;
  private final InstantSource clock;
  private final Ids ids;
  private final List<FileListener> listeners;

  /// How files are kept.
  public record Kept(
      AttachmentStore store, FileContents contents, FileTypes types, FileLimits limits) {}

  /// @param listeners hear of every file that is kept or removed
  public Attachments(
      Kept kept,
      Conversations conversations,
      Activities activities,
      InstantSource clock,
      Ids ids,
      List<FileListener> listeners) {
    this.kept = kept;
    this.conversations = conversations;
    this.activities = activities;
    this.clock = clock;
    this.ids = ids;
    this.listeners = List.copyOf(listeners);
  }

  /// The largest file, in bytes.
  public long largestFile() {
    return kept.limits().largestFile();
  }

  /// Notes that a file belongs to a message. The file itself stays where it is.
  public Attachment note(Caller caller, MessageId message, String name, String mediaType) {
    check(name, mediaType);
    var found = conversations.message(caller, message);
    var noted =
        new NewAttachment(
            new AttachmentId(ids.next()),
            found.conversation(),
            found.id(),
            name,
            mediaType,
            Attachment.NOT_KEPT,
            clock.instant());
    return kept.contents()
        .alone(() -> {
          checkCount(found.conversation());
          return kept.store().add(noted);
        });
  }

  /// A file that was kept, and the place of its line in the running table.
  public record Uploaded(Attachment attachment, long line) {}

  /// Keeps a file for a conversation and notes it in the running table. What it is, its content
  /// says.
  ///
  /// @param name as its sender called it; only its last part is kept, and nothing is opened by it
  /// @throws ProblemException TooLarge beyond [#largestFile]; QuotaReached when the account or the
  ///   conversation has no room for it
  public Uploaded upload(Caller caller, ConversationId id, String name, InputStream content) {
    var shown = FileName.shown(name);
    checkName(shown);
    var conversation = conversations.get(caller, id).id();
    var attachment = keep(caller, conversation, shown, content);
    var line =
        activities.note(
            conversation,
            Activities.UPLOAD,
            "User uploads file '" + shown + "', saving location is in this row.");
    listeners.forEach(listener -> listener.arrived(caller.account(), attachment));
    return new Uploaded(attachment, activities.place(line));
  }

  private Attachment keep(
      Caller caller, ConversationId conversation, String name, InputStream content) {
    checkCount(conversation);
    try (var incoming = receive(content, room(caller))) {
      var type = kept.types().of(incoming::open, name);
      return kept.contents()
          .keep(
              incoming,
              () -> {
                checkCount(conversation);
                if (incoming.size() > room(caller)) {
                  throw full();
                }
                return kept.store()
                    .add(
                        new NewAttachment(
                            new AttachmentId(ids.next()),
                            conversation,
                            null,
                            name,
                            type,
                            incoming.size(),
                            clock.instant(),
                            incoming.hash()));
              });
    }
  }

  /// Reads no more than there is room for, so that nobody fills the disk.
  private Incoming receive(InputStream content, long room) {
    try {
      return kept.contents().receive(content, Math.min(room, largestFile()));
    } catch (ProblemException e) {
      throw e.problem() instanceof Problem.TooLarge && room < largestFile() ? full() : e;
    }
  }

  /// What all files of an account may still grow by.
  private long room(Caller caller) {
    return Math.max(0, kept.limits().ofAccount() - kept.store().size(caller.account()));
  }

  private void checkCount(ConversationId conversation) {
    if (kept.store().of(conversation).size() >= kept.limits().inConversation()) {
      throw new ProblemException(new Problem.QuotaReached("files of this conversation"));
    }
  }

  private static ProblemException full() {
    return new ProblemException(new Problem.QuotaReached("files"));
  }

  /// A kept file and what is in it; close it after use.
  public record Opened(Attachment attachment, InputStream content) {}

  /// Opens a file that is kept here.
  public Opened open(Caller caller, AttachmentId id) {
    return opened(kept.store().find(caller.account(), id));
  }

  /// Opens a file that is kept here.
  public Opened openByNumber(Caller caller, long number) {
    return opened(kept.store().findByNumber(caller.account(), number));
  }

  private Opened opened(Optional<Attachment> found) {
    var attachment =
        found.filter(file -> file.size() != Attachment.NOT_KEPT).orElseThrow(Attachments::notFound);
    return new Opened(attachment, kept.contents().open(attachment.id()));
  }

  /// Removes a file of a conversation for good, with its content if nothing else has the same.
  public void remove(Caller caller, ConversationId conversation, AttachmentId id) {
    var store = kept.store();
    var attachment =
        store
            .find(caller.account(), id)
            .filter(file -> file.conversation().equals(conversation))
            .orElseThrow(Attachments::notFound);
    var content = store.content(attachment.id());
    store.remove(caller.account(), attachment.id());
    kept.contents().release(content.stream().toList());
    listeners.forEach(listener -> listener.removed(attachment));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("attachment"));
  }

  /// Those that came with a message, oldest first.
  public List<Attachment> of(Caller caller, MessageId message) {
    return kept.store().of(conversations.message(caller, message).id());
  }

  /// All of a conversation, oldest first.
  public List<Attachment> of(Caller caller, ConversationId conversation) {
    return kept.store().of(conversations.get(caller, conversation).id());
  }

  private static void check(String name, String mediaType) {
    new Rules()
        .filled(name, "fileName", LONGEST_NAME)
        .atMost(mediaType, "mediaType", LONGEST_TYPE)
        .check();
  }

  private static void checkName(String name) {
    new Rules().filled(name, "fileName", LONGEST_NAME).check();
  }
}
