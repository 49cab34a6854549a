package org.colloquy.server.llm.local;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.colloquy.model.AccountId;
import org.colloquy.model.Message;
import org.colloquy.model.Role;
import org.colloquy.model.StopReason;
import org.colloquy.model.Usage;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;
import org.colloquy.server.retrieval.WordIndex;

/// The built-in model: quotes what was said before in the person's own conversations, and says
/// plainly that it is not a language model.
public final class LocalChatModel implements ChatModel {
  private static final int MOST_MESSAGES = 2000;
  private static final int MOST_PASSAGES = 3;

  /// A passage with less than this share of the best one's score is about something else.
  private static final float WORTH_QUOTING = 0.45f;

  private static final Pattern WORD = Pattern.compile("\\S+\\s*");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final MessageStore messages;
  private final AccountId account;
  private final String name;

  /// @param account whose conversations are looked through
  /// @param name the provider's name, to know its own answers by
  public LocalChatModel(MessageStore messages, AccountId account, String name) {
    this.messages = messages;
    this.account = account;
    this.name = name;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var words = WORD.matcher(answer(prompt.question()));
    while (words.find()) {
      if (cancellation.cancelled()) {
        throw new CancellationException("cancelled");
      }
      listener.text(words.group());
    }
    return new Reply(List.of(), Usage.NONE, StopReason.STOP);
  }

  private String answer(String question) {
    if (LocalTexts.GREETINGS.contains(bare(question))) {
      return paragraphs(
          LocalTexts.GREETING + " " + LocalTexts.WHO,
          LocalTexts.WHAT_TO_ASK,
          LocalTexts.HOW_TO_GET_MORE);
    }
    var corpus =
        messages.latest(account, MOST_MESSAGES).stream()
            .filter(
                message -> isAnothers(message) && !bare(message.content()).equals(bare(question)))
            .flatMap(message -> Passage.of(message).stream())
            .toList();
    if (corpus.isEmpty()) {
      return paragraphs(LocalTexts.WHO, LocalTexts.NOTHING_YET, LocalTexts.HOW_TO_GET_MORE);
    }
    var found = best(corpus, question);
    if (found.isEmpty()) {
      return paragraphs(LocalTexts.WHO, LocalTexts.NOTHING_FOUND, LocalTexts.HOW_TO_GET_MORE);
    }
    return quoted(found);
  }

  /// The passages that fit the question best, best first, each text once.
  private static List<Passage> best(List<Passage> corpus, String question) {
    var texts = corpus.stream().map(Passage::text).toList();
    var hits = new WordIndex(texts).sharing(question, MOST_PASSAGES * 4);
    var best = new LinkedHashMap<String, Passage>();
    for (var hit : hits) {
      if (hit.score() >= hits.getFirst().score() * WORTH_QUOTING) {
        best.putIfAbsent(texts.get(hit.place()), corpus.get(hit.place()));
      }
    }
    return best.values().stream().limit(MOST_PASSAGES).toList();
  }

  /// Its own answers repeat others, so they are not looked through.
  private boolean isAnothers(Message message) {
    var model = message.usedModel();
    return model == null || !model.provider().equals(name);
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
                  .reduce((a, b) -> a + "\n" + b)
                  .orElse(""));
      text.append("\n>\n> — ").append(who(passage.source())).append(", ");
      text.append(DAY.format(passage.source().createdAt()));
    }
    return text.toString();
  }

  private static String who(Message message) {
    var model = message.usedModel();
    if (message.role() == Role.USER) {
      return LocalTexts.YOU;
    }
    return model == null ? LocalTexts.A_MODEL : model.model();
  }

  /// A text by which equal questions are known.
  private static String bare(String text) {
    return text.strip().replaceAll("[\\p{Punct}\\s]+$", "").toLowerCase(Locale.ROOT);
  }

  private static String paragraphs(String... all) {
    return String.join("\n\n", all);
  }
}
