package org.colloquy.server.core.agent;

import java.util.List;
import org.colloquy.model.AgentPreset;

/// The form in which an agent is handed on: one text.
public interface AgentFile {
  /// The preset that a file tells of.
  ///
  /// @throws org.colloquy.model.ProblemException Invalid when it is not such a file, or one of a
  ///   later form
  AgentPreset read(String file);

  /// The presets of a text that lists such files.
  List<AgentPreset> readAll(String files);

  String write(AgentPreset preset);
}
