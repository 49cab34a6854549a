package org.colloquy.server.tool.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.stream.Collectors;

/// What servers tell, as text.
final class McpText {
  private McpText() {}

  static String of(List<McpSchema.Content> content) {
    return content.stream().map(McpText::of).collect(Collectors.joining("\n"));
  }

  static String of(McpSchema.Content content) {
    return switch (content) {
      case McpSchema.TextContent text -> text.text();
      case McpSchema.EmbeddedResource embedded -> of(embedded.resource());
      default -> "[" + content.type() + " that is not shown here]";
    };
  }

  static String of(McpSchema.ResourceContents contents) {
    return contents instanceof McpSchema.TextResourceContents text
        ? text.text()
        : "[" + contents.uri() + " is no text]";
  }

  /// Cut where it becomes too long.
  static String beginning(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
