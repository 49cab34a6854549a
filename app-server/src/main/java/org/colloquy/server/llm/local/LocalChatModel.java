package org.colloquy.server.llm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.model.AccountId;
import org.colloquy.model.Message;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;

/// The built-in model: quotes the person's own conversations, memories and files and the agent's
/// documents, and says plainly that it is not a language model.
public final class LocalChatModel implements ChatModel {
  private static final Pattern WORD = Pattern.compile("\\S+\\s*");

  private final OwnTexts texts;
  private final BestPassages best;
  private final AccountId account;
  private final String name;

  /// @param account whose conversations are looked through
  /// @param name the provider's name, to know its own answers by
  public LocalChatModel(OwnTexts texts, TextEmbedder embedder, AccountId account, String name) {
    this.texts = texts;
    this.best = new BestPassages(embedder);
    this.account = account;
    this.name = name;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var words = WORD.matcher(answer(prompt));
    while (words.find()) {
      if (cancellation.cancelled()) {
        throw new CancellationException("cancelled");
      }
      listener.text(words.group());
    }
    return new Reply(List.of(), Usage.NONE, StopReason.STOP);
  }

  private String answer(Prompt prompt) {
    var question = prompt.question();
    if (LocalTexts.GREETINGS.contains(bare(question))) {
      return paragraphs(
          LocalTexts.GREETING + " " + LocalTexts.WHO,
          LocalTexts.WHAT_TO_ASK,
          LocalTexts.HOW_TO_GET_MORE);
    }
    var grounds = prompt.grounds();
    var corpus = new ArrayList<Passage>();
    var found = new ArrayList<Passage>();
    if (grounds != null) {
      corpus.addAll(texts.given(grounds));
      grounds.memories().forEach(memory -> found.add(Passage.of(memory)));
    }
    boolean alone = grounds == null || texts.belongs(grounds.conversation(), account);
    if (alone) {
      corpus.addAll(
          texts.said(
              account,
              message -> isAnothers(message) && !bare(message.content()).equals(bare(question))));
    }
    found.addAll(best.of(corpus, question));
    if (!found.isEmpty()) {
      return quoted(found);
    }
    return corpus.isEmpty()
        ? paragraphs(LocalTexts.WHO, LocalTexts.NOTHING_YET, LocalTexts.HOW_TO_GET_MORE)
        : nothingFound(alone ? texts.lastTitles(account) : List.of());
  }

  /// Its own answers repeat others, so they are not looked through.
  private boolean isAnothers(Message message) {
    var model = message.usedModel();
    return model == null || !model.provider().equals(name);
  }

  private static String nothingFound(List<String> titles) {
    var lately =
        titles.stream()
            .map(title -> "“" + title + "”")
            .collect(Collectors.joining(", ", LocalTexts.LATELY + " ", "."));
    return titles.isEmpty()
        ? paragraphs(LocalTexts.WHO, LocalTexts.NOTHING_FOUND, LocalTexts.HOW_TO_GET_MORE)
        : paragraphs(
            LocalTexts.WHO, LocalTexts.NOTHING_FOUND + " " + lately, LocalTexts.HOW_TO_GET_MORE);
  }

  private static String quoted(List<Passage> found) {
    var text = new StringBuilder(LocalTexts.WHO).append(' ');
    text.append(found.size() == 1 ? LocalTexts.FOUND_ONE : LocalTexts.FOUND_SEVERAL);
    for (var passage : found) {
      text.append("\n\n")
          .append(
              passage
                  .quotable()
                  .lines()
                  .map(line -> "> " + line)
                  .collect(Collectors.joining("\n")));
      text.append("\n>\n> — ").append(passage.source().told());
    }
    return text.toString();
  }

  /// A text by which equal questions are known.
  private static String bare(String text) {
    return text.strip().replaceAll("[\\p{Punct}\\s]+$", "").toLowerCase(Locale.ROOT);
  }

  private static String paragraphs(String... all) {
    return String.join("\n\n", all);
  }
}
