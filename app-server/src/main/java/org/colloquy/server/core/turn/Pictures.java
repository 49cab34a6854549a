package org.colloquy.server.core.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Attachment;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.conversation.Surroundings;
import org.jspecify.annotations.Nullable;

/// Finds the pictures among the files of a conversation that a model is shown: those that came with
/// a question of the branch, and those that were uploaded before it.
public final class Pictures {
  /// The largest picture that is shown, in bytes. Providers take a third more as text, up to 5 MiB.
  public static final int LARGEST = 3_750_000;

  /// The most that are shown at once; older ones are left out first.
  static final int MOST = 10;

  private final AttachmentStore attachments;
  private final FileContents contents;

  public Pictures(AttachmentStore attachments, FileContents contents) {
    this.attachments = attachments;
    this.contents = contents;
  }

  /// The pictures for a prompt.
  Shown shown(Surroundings surroundings, List<Message> branch) {
    return surroundings.hasFiles() ? shown(surroundings.conversation().id(), branch) : Shown.NONE;
  }

  private Shown shown(ConversationId conversation, List<Message> branch) {
    var kept =
        attachments.of(conversation).stream()
            .filter(file -> file.size() > 0 && PictureType.named(file.mediaType(), file.name()))
            .toList();
    var earlier = new HashMap<MessageId, List<Prompt.Picture>>();
    var now = new ArrayList<Prompt.Picture>();
    var unseen = new ArrayList<String>();
    int left = MOST;
    for (var file : kept.reversed()) {
      var question = question(file, branch);
      boolean waits = file.message() == null && question == null;
      if (question == null && !waits) {
        continue; // it came with a message of another branch
      }
      var picture = left > 0 ? picture(file) : Optional.<Prompt.Picture>empty();
      if (picture.isPresent()) {
        left--;
        (waits ? now : earlier.computeIfAbsent(question, _ -> new ArrayList<>()))
            .addFirst(picture.get());
      } else if (waits) {
        unseen.addFirst(file.name());
      }
    }
    return new Shown(earlier, now, unseen);
  }

  /// The question that a file goes with: its own, or the first after it; null when there is none on
  /// this branch.
  private static @Nullable MessageId question(Attachment file, List<Message> branch) {
    for (var message : branch) {
      boolean its =
          file.message() == null
              ? !message.createdAt().isBefore(file.createdAt())
              : message.id().equals(file.message());
      if (its && message.role() == Role.USER) {
        return message.id();
      }
    }
    return null;
  }

  /// Empty when it is too large, or is something else than its name says.
  private Optional<Prompt.Picture> picture(Attachment file) {
    if (file.size() > LARGEST) {
      return Optional.empty();
    }
    try (var content = contents.open(file.id())) {
      var bytes = content.readNBytes(LARGEST);
      return PictureType.of(bytes)
          .map(type -> new Prompt.Picture(type, Base64.getEncoder().encodeToString(bytes)));
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotFound) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a model is shown.
  ///
  /// @param earlier by the question that they go with
  /// @param now those that wait for the next question
  /// @param unseen names of files that wait for it as well, but cannot be shown
  record Shown(
      Map<MessageId, List<Prompt.Picture>> earlier, List<Prompt.Picture> now, List<String> unseen) {
    static final Shown NONE = new Shown(Map.of(), List.of(), List.of());
  }
}
