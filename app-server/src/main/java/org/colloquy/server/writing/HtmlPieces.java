package org.colloquy.server.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.citation.AnswerSources;

/// The pieces of a conversation as HTML.
final class HtmlPieces {
  /// Longer texts are shown as they stand: to set them as Markdown takes too much memory.
  private static final int LONGEST_MARKDOWN = 200_000;

  /// In characters.
  private static final int PIECE = 20_000;

  private HtmlPieces() {}

  static String head(Conversation conversation) {
    var title = Wording.title(conversation);
    return "<h1%s>%s</h1>\n<p class=\"begun\">%s</p>\n"
        .formatted(
            HtmlText.direction(title),
            HtmlText.of(title),
            HtmlText.of(Wording.begun(conversation)));
  }

  /// A message. One that is very long comes in several pieces, because it is set slowly in one.
  static List<String> message(Message message, AnswerSources sources) {
    var contents = contents(message);
    var pieces = new ArrayList<String>();
    for (int i = 0; i < contents.size(); i++) {
      var html = new StringBuilder();
      html.append("<div class=\"message %s\">\n".formatted(word(message.role())));
      html.append(i == 0 ? heading(message) : "").append(contents.get(i));
      html.append(i == contents.size() - 1 ? foot(message, sources) : "");
      pieces.add(html.append("</div>\n").toString());
    }
    return pieces;
  }

  private static String heading(Message message) {
    return "<h2 class=\"who\">%s <span class=\"at\">%s</span></h2>\n"
        .formatted(
            HtmlText.of(Wording.who(message)), HtmlText.of(Wording.time(message.createdAt())));
  }

  private static String foot(Message message, AnswerSources sources) {
    var html = new StringBuilder();
    message.toolCalls().forEach(call -> html.append(call(call)));
    if (message.failure() != null) {
      html.append("<p class=\"failure\">%s</p>\n".formatted(HtmlText.of(message.failure())));
    }
    return html.append(cited(sources)).toString();
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> contents(Message message) {
    var text = message.content();
    if (text.isBlank()) {
      return List.of("");
    }
    boolean marked = message.role() == Role.ASSISTANT && text.length() <= LONGEST_MARKDOWN;
    return marked ? List.of(HtmlText.ofMarkdown(text)) : plain(text, message.role() == Role.TOOL);
  }

  private static List<String> plain(String text, boolean code) {
    var pieces = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      int to = end(text, from);
      var piece = text.substring(from, to);
      var form = code ? "<pre%s>%s</pre>\n" : "<div class=\"plain\"%s>%s</div>\n";
      pieces.add(form.formatted(HtmlText.direction(piece), HtmlText.of(piece.stripTrailing())));
      from = to;
    }
    return pieces;
  }

  private static int end(String text, int from) {
    if (text.length() - from <= PIECE) {
      return text.length();
    }
    int line = text.lastIndexOf('\n', from + PIECE) + 1;
    int end = line > from ? line : from + PIECE;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end + 1 : end;
  }

  private static String call(ToolCall call) {
    return "<p><code>%s</code> is called with</p>\n<pre>%s</pre>\n"
        .formatted(HtmlText.of(call.tool()), HtmlText.of(call.arguments()));
  }

  private static String cited(AnswerSources sources) {
    var cited = Wording.cited(sources.citations());
    if (cited.isEmpty()) {
      return "";
    }
    var html = new StringBuilder("<ul class=\"cited\">\n");
    for (var line : cited) {
      html.append("<li>").append(HtmlText.of(line.text()));
      if (!line.found()) {
        html.append(" <em class=\"missing\">(").append(Wording.NOT_FOUND).append(")</em>");
      }
      html.append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }
}
