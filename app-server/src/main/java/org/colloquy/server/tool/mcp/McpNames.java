package org.colloquy.server.tool.mcp;

import org.colloquy.server.core.Sha256;

/// What models call the tools of servers: `server__tool`, in the letters and the length that
/// providers take.
final class McpNames {
  private static final int LONGEST = 64;
  private static final int MARK = 8;

  private McpNames() {}

  /// A name that no other tool of the server has, and no tool of the program.
  static String of(String server, String tool) {
    var plain = server + "__" + tool.replaceAll("[^A-Za-z0-9_-]", "_");
    if (plain.length() <= LONGEST && plain.endsWith(tool)) {
      return plain;
    }
    var kept = plain.substring(0, Math.min(plain.length(), LONGEST - MARK - 1));
    return kept + "_" + Sha256.hex(tool).substring(0, MARK);
  }
}
