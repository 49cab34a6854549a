package org.colloquy.server.tool.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.outbound.RefusedException;

/// One service in the internet that tools ask.
public final class WebService {
  private final String name;
  private final EngineClient client;

  /// @param name what people call it
  public WebService(String name, EngineClient client) {
    this.name = name;
    this.client = client;
  }

  public String name() {
    return name;
  }

  /// What it answers, as JSON.
  ///
  /// @throws ProblemException Unavailable with a sentence
  public JsonNode json(String path, Map<String, String> parameters) {
    try {
      return EngineClient.json(client.get(path, parameters, Map.of()));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// What it knows of one thing, as JSON; empty when it knows nothing of it.
  ///
  /// @throws ProblemException Unavailable with a sentence
  public Optional<JsonNode> known(String path) {
    try {
      return Optional.of(EngineClient.json(client.get(path, Map.of(), Map.of())));
    } catch (UnknownException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// What it answers, as text.
  ///
  /// @throws ProblemException Unavailable with a sentence
  public String text(String path, Map<String, String> parameters) {
    try {
      return client.get(path, parameters, Map.of()).text();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The failure in a sentence.
  private ProblemException failed(IOException failure) {
    var why =
        failure instanceof SearchFailureException
            ? name + " " + failure.getMessage() + "."
            : RefusedException.staysHere(failure)
                ? "Nothing leaves this machine, so " + name + " was not asked."
                : name + " cannot be reached.";
    return new ProblemException(new Problem.Unavailable(why), failure);
  }
}
