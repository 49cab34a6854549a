package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;

/// Files of conversations. Other people's are not found.
public final class Attachments {
  /// The largest file, in bytes.
  public static final long LARGEST_FILE = 256L * 1024 * 1024;

  private static final int AT_ONCE = 500;
  private static final int LONGEST_NAME = 1_024;
  private static final int LONGEST_TYPE = 255;

  private final AttachmentStore store;
  private final BlobStore blobs;
  private final Conversations conversations;
  private final Activities activities;
  private final InstantSource clock;
  private final Ids ids;
  private final List<ArrivalListener> listeners;

  /// @param listeners hear of every file that is kept
  public Attachments(
      AttachmentStore store,
      BlobStore blobs,
      Conversations conversations,
      Activities activities,
      InstantSource clock,
      Ids ids,
      List<ArrivalListener> listeners) {
    this.store = store;
    this.blobs = blobs;
    this.conversations = conversations;
    this.activities = activities;
    this.clock = clock;
    this.ids = ids;
    this.listeners = List.copyOf(listeners);
  }

  /// Notes that a file belongs to a message. The file itself stays where it is.
  public Attachment note(Caller caller, MessageId message, String name, String mediaType) {
    check(name, mediaType);
    var found = conversations.message(caller, message);
    return store.add(
        new NewAttachment(
            new AttachmentId(ids.next()),
            found.conversation(),
            found.id(),
            name,
            mediaType,
            Attachment.NOT_KEPT,
            clock.instant()));
  }

  /// A file that was kept, and the place of its line in the running table.
  public record Uploaded(Attachment attachment, long line) {}

  /// Keeps a file for a conversation and notes it in the running table.
  ///
  /// @param name as its sender called it; only its last part is kept, and nothing is opened by it
  /// @throws ProblemException TooLarge beyond [#LARGEST_FILE]
  public Uploaded upload(
      Caller caller, ConversationId id, String name, String mediaType, InputStream content) {
    var shown = FileName.shown(name);
    check(shown, mediaType);
    var conversation = conversations.get(caller, id).id();
    var attachment = keep(conversation, shown, mediaType, content);
    var line =
        activities.note(
            conversation,
            Activities.UPLOAD,
            "User uploads file '" + shown + "', saving location is in this row.");
    listeners.forEach(listener -> listener.arrived(caller.account(), attachment));
    return new Uploaded(attachment, activities.place(line));
  }

  private Attachment keep(
      ConversationId conversation, String name, String mediaType, InputStream content) {
    var id = new AttachmentId(ids.next());
    long size = blobs.keep(id, content, LARGEST_FILE);
    try {
      return store.add(
          new NewAttachment(id, conversation, null, name, mediaType, size, clock.instant()));
    } catch (RuntimeException e) {
      blobs.remove(id);
      throw e;
    }
  }

  /// A kept file and what is in it; close it after use.
  public record Opened(Attachment attachment, InputStream content) {}

  /// Opens a file that is kept here.
  public Opened openByNumber(Caller caller, long number) {
    var attachment =
        store
            .findByNumber(caller.account(), number)
            .filter(found -> found.size() != Attachment.NOT_KEPT)
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("attachment")));
    return new Opened(attachment, blobs.open(attachment.id()));
  }

  /// Removes files that nothing belongs to: what was left when the program died between removing a
  /// conversation and its files. For the start, when nobody is uploading.
  ///
  /// @return how many
  public int collect() {
    int removed = 0;
    var kept = blobs.all();
    for (int i = 0; i < kept.size(); i += AT_ONCE) {
      var some = kept.subList(i, Math.min(i + AT_ONCE, kept.size()));
      var known = store.known(some);
      var left = some.stream().filter(id -> !known.contains(id)).toList();
      left.forEach(blobs::remove);
      removed += left.size();
    }
    return removed;
  }

  /// Those that came with a message, oldest first.
  public List<Attachment> of(Caller caller, MessageId message) {
    return store.of(conversations.message(caller, message).id());
  }

  /// All of a conversation, oldest first.
  public List<Attachment> of(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id());
  }

  private static void check(String name, String mediaType) {
    new Rules()
        .filled(name, "fileName", LONGEST_NAME)
        .atMost(mediaType, "mediaType", LONGEST_TYPE)
        .check();
  }
}
