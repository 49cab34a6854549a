package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server about agents and tools. Blocks and fails as [ApiClient] does.
public final class AgentClient {
  private static final String AGENTS = "/api/agents";

  private final HttpCalls calls;

  public AgentClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Those that are built in, and this person's own.
  public List<AgentEntry> agents() {
    return Wire.list(calls.get(AGENTS), "agents", WireAgents::agent);
  }

  /// Makes an agent, or changes one.
  ///
  /// @param id null for a new one
  public AgentEntry save(@Nullable UUID id, AgentDraft draft) {
    var body = WireAgents.json(draft);
    return WireAgents.agent(id == null ? calls.post(AGENTS, body) : calls.patch(at(id), body));
  }

  public AgentEntry duplicate(UUID id) {
    return WireAgents.agent(calls.post(at(id) + "/copy", Wire.object()));
  }

  public void remove(UUID id) {
    calls.delete(at(id));
  }

  /// Writes an agent into a file that can be given to others.
  public void exportTo(UUID id, Path file) {
    var text = calls.get(at(id) + "/file").toPrettyString() + "\n";
    WholeFile.write(text.getBytes(StandardCharsets.UTF_8), file);
  }

  /// Makes an agent of such a file.
  public AgentEntry importFrom(Path file) {
    return WireAgents.agent(calls.post(AGENTS + "/file", json(file)));
  }

  private static JsonNode json(Path file) {
    try {
      return Wire.parse(text(file));
    } catch (Unreachable e) {
      throw new ProblemException(new Problem.Invalid("file", "This is no file of an agent."), e);
    }
  }

  /// Gives an agent a text that it knows by heart.
  public AgentEntry addDocument(UUID id, Path file) {
    var body = Wire.object().put("name", file.toFile().getName()).put("text", text(file));
    return WireAgents.agent(calls.post(at(id) + "/documents", body));
  }

  public AgentEntry removeDocument(UUID id, String name) {
    return WireAgents.agent(calls.delete(at(id) + "/documents/" + Wire.escaped(name)));
  }

  /// What models may have done.
  public List<ToolEntry> tools() {
    return Wire.list(calls.get("/api/tools"), "tools", ToolClient::tool);
  }

  /// What a conversation gives for the variables of its agent, by name.
  public Map<String, String> values(ConversationId id) {
    return WireAgents.values(calls.get(variables(id)));
  }

  /// Gives these for them from the next question on, and nothing for the others.
  public Map<String, String> give(ConversationId id, Map<String, String> values) {
    var body = Wire.object();
    values.forEach(body.putObject("variables")::put);
    return WireAgents.values(calls.put(variables(id), body));
  }

  private static String variables(ConversationId id) {
    return "/api/conversations/" + id + "/variables";
  }

  private static String at(UUID id) {
    return AGENTS + "/" + id;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw fileTrouble("The file " + file + " could not be read as text.", e);
    }
  }

  private static ProblemException fileTrouble(String sentence, IOException cause) {
    return new ProblemException(new Problem.Unavailable(sentence), cause);
  }
}
