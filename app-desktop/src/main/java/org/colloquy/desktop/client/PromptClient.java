package org.colloquy.desktop.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.jspecify.annotations.Nullable;

/// What the desktop asks of a server about saved prompts. Blocks and fails as [ApiClient] does.
public final class PromptClient {
  private static final String PROMPTS = "/api/prompts";
  private static final String FILE = PROMPTS + "/file";

  private final HttpCalls calls;

  public PromptClient(ServerAddress address) {
    this.calls = address.calls();
  }

  /// Oldest first.
  public List<PromptEntry> prompts() {
    return Wire.list(calls.get(PROMPTS), "prompts", PromptClient::prompt);
  }

  /// Keeps a prompt.
  ///
  /// @param id null for a new one
  public PromptEntry save(@Nullable UUID id, PromptText text) {
    var body = json(text);
    return prompt(id == null ? calls.post(PROMPTS, body) : calls.put(PROMPTS + "/" + id, body));
  }

  public void remove(UUID id) {
    calls.delete(PROMPTS + "/" + id);
  }

  /// Writes all of them into a file.
  public void exportTo(Path file) {
    var text = calls.get(FILE).toPrettyString();
    WholeFile.write(text.getBytes(StandardCharsets.UTF_8), file);
  }

  /// Adds those of a file that are not there yet.
  public void importFrom(Path file) {
    try {
      calls.post(FILE, Wire.parse(Files.readString(file)));
    } catch (IOException | Unreachable e) {
      throw new ProblemException(
          new Problem.Invalid("file", "This is no file of prompts of Colloquy."), e);
    }
  }

  private static PromptEntry prompt(JsonNode node) {
    return new PromptEntry(
        Wire.id(node, "id"),
        new PromptText(
            Wire.text(node, "title"),
            Wire.text(node, "content"),
            Wire.list(node, "variables", PromptClient::variable),
            Wire.list(node, "tags", JsonNode::asText)));
  }

  private static PromptVariable variable(JsonNode node) {
    return new PromptVariable(
        Wire.text(node, "name"),
        Wire.constant(Kind.class, Wire.text(node, "kind"), Kind.TEXT),
        Wire.text(node, "description"),
        Wire.text(node, "value"),
        node.path("required").asBoolean(),
        Wire.list(node, "choices", JsonNode::asText));
  }

  private static ObjectNode json(PromptText text) {
    var body = Wire.object().put("title", text.title()).put("content", text.content());
    text.tags().forEach(body.putArray("tags")::add);
    var variables = body.putArray("variables");
    for (var variable : text.variables()) {
      var one = variables.addObject().put("name", variable.name());
      one.put("kind", variable.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.put("description", variable.description()).put("value", variable.value());
      one.put("required", variable.required());
      variable.choices().forEach(one.putArray("choices")::add);
    }
    return body;
  }
}
