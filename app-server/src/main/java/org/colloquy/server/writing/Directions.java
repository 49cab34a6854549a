package org.colloquy.server.writing;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/// Says of each paragraph, heading, item and cell in which direction it is read: as its first
/// letter is.
final class Directions implements AttributeProvider {
  private static final Set<String> TAGS =
      Set.of("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6");

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (TAGS.contains(tag)) {
      attributes.put("dir", fromRight(firstText(node)) ? "rtl" : "ltr");
    }
  }

  private static String firstText(Node block) {
    var node = block.getFirstChild();
    while (node != null && !(node instanceof Text) && !(node instanceof Code)) {
      node = node.getFirstChild() == null ? node.getNext() : node.getFirstChild();
    }
    return node instanceof Text text ? text.getLiteral() : "";
  }

  /// Whether the first letter that has a direction is read from the right.
  static boolean fromRight(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .filter(direction ->
            direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .mapToObj(direction -> direction != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
        .findFirst()
        .orElse(false);
  }
}
