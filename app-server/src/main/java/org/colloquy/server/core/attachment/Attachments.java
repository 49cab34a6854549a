package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.identity.Caller;

/// Files of conversations. Other people's are not found.
public final class Attachments {
  /// The largest file, in bytes.
  public static final long LARGEST_FILE = 256L * 1024 * 1024;

  private static final int LONGEST_NAME = 1_024;
  private static final int LONGEST_TYPE = 255;

  private final AttachmentStore store;
  private final BlobStore blobs;
  private final Conversations conversations;
  private final MessageStore messages;
  private final InstantSource clock;
  private final Ids ids;

  public Attachments(
      AttachmentStore store,
      BlobStore blobs,
      Conversations conversations,
      MessageStore messages,
      InstantSource clock,
      Ids ids) {
    this.store = store;
    this.blobs = blobs;
    this.conversations = conversations;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  /// Notes that a file belongs to a message. The file itself stays where it is.
  public Attachment note(Caller caller, MessageId message, String name, String mediaType) {
    check(name, mediaType);
    var found = message(caller, message);
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

  /// Keeps a file for a conversation.
  ///
  /// @throws ProblemException TooLarge beyond [#LARGEST_FILE]
  public Attachment upload(
      Caller caller, ConversationId id, String name, String mediaType, InputStream content) {
    check(name, mediaType);
    var conversation = conversations.get(caller, id);
    var attachment = new AttachmentId(ids.next());
    long size = blobs.keep(attachment, content, LARGEST_FILE);
    try {
      return store.add(
          new NewAttachment(
              attachment, conversation.id(), null, name, mediaType, size, clock.instant()));
    } catch (RuntimeException e) {
      blobs.remove(attachment);
      throw e;
    }
  }

  /// Those that came with a message, oldest first.
  public List<Attachment> of(Caller caller, MessageId message) {
    return store.of(message(caller, message).id());
  }

  /// All of a conversation, oldest first.
  public List<Attachment> of(Caller caller, ConversationId conversation) {
    return store.of(conversations.get(caller, conversation).id());
  }

  private Message message(Caller caller, MessageId id) {
    return messages
        .find(caller.account(), id)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("message")));
  }

  private static void check(String name, String mediaType) {
    new Rules()
        .filled(name, "fileName", LONGEST_NAME)
        .atMost(mediaType, "mediaType", LONGEST_TYPE)
        .check();
  }
}
