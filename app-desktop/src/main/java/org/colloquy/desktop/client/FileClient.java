package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// What the desktop asks of a server about a conversation's files and what happened in it. Blocks
/// and fails as [ApiClient] does.
public final class FileClient {
  private final HttpCalls calls;

  public FileClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Oldest first.
  public List<FileEntry> files(ConversationId conversation) {
    return WireFiles.files(calls.get(of(conversation) + "/files"));
  }

  /// Files of all conversations, newest first.
  ///
  /// @param words stand in their names, in this order; empty for all
  /// @param before only those with a smaller number
  public List<LibraryEntry> library(String words, long before, int most) {
    var query = "?limit=" + most + "&before=" + before + "&query=" + Wire.escaped(words);
    return WireFiles.library(calls.get("/api/files" + query));
  }

  /// What is in a file, from its beginning.
  public InputStream open(UUID file) {
    return calls.open(calls.request("/api/files/" + file)).body();
  }

  /// Whether questions in this conversation are answered from its files, too.
  public boolean lookedInto(ConversationId conversation) {
    return !Wire.text(calls.get(of(conversation) + "/settings"), "files").equals("off");
  }

  /// Sends a file; ends when it is kept, failed, or was cancelled.
  public FileEntry send(ConversationId conversation, Upload upload) {
    var content = upload.content();
    try (var bytes = content.bytes().open()) {
      var form = FileForm.of(content.name(), upload.counted(bytes), content.size());
      // What the server does not want is refused before it is sent.
      var request = calls.request(of(conversation) + "/files").expectContinue(true);
      return WireFiles.file(calls.upload(form.in(request), upload));
    } catch (IOException e) {
      throw new ProblemException(new Problem.NotFound("file"), e);
    }
  }

  /// Has the text of a file read once more.
  ///
  /// @return how far it is
  public FileEntry.Reading readAgain(UUID file) {
    return WireFiles.reading(calls.post("/api/files/" + file + "/read", Wire.object()));
  }

  /// Writes what is in a file to a place of this computer, whole or not at all.
  public void save(UUID file, Path to) {
    WholeFile.write(open(file), to);
  }

  /// Removes a file for good.
  public void remove(ConversationId conversation, UUID file) {
    calls.delete(of(conversation) + "/files/" + file);
  }

  /// What happened, oldest first.
  public List<ActivityEntry> activity(ConversationId conversation) {
    return Wire.list(calls.get(of(conversation) + "/activity"), "activity", FileClient::line);
  }

  private static String of(ConversationId conversation) {
    return "/api/conversations/" + conversation;
  }

  private static ActivityEntry line(JsonNode node) {
    return new ActivityEntry(
        node.path("number").asLong(),
        Wire.text(node, "kind"),
        Wire.text(node, "detail"),
        Wire.time(node, "at"));
  }
}
