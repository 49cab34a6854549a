package org.colloquy.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts of made-up words, of which some are common and most are rare, as in what people write.
final class ResearchTexts {
  private static final List<String> SYLLABLES =
      List.of(
          ("a be ce da el fo ga hi in jo ka lu mo ne or pa qua ra si te un ve wo xi ya zo bra cre"
                  + " dri fla glo pre sta tri ment tion ing ous ium ase gen cyt phy lys")
              .split(" "));

  private static final int WORDS = 60_000;

  private final Random random;
  private final List<String> words = new ArrayList<>();

  ResearchTexts(long seed) {
    random = new Random(seed);
    for (int number = 0; number < WORDS; number++) {
      int length = number < 200 ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
      words.add(
          IntStream.range(0, length)
              .mapToObj(syllable -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
              .collect(Collectors.joining()));
    }
  }

  /// A question or an answer, of 5 to 120 words.
  String text() {
    int length = random.nextBoolean() ? 5 + random.nextInt(25) : 30 + random.nextInt(90);
    return IntStream.range(0, length).mapToObj(word -> word()).collect(Collectors.joining(" "));
  }

  private String word() {
    return switch (random.nextInt(60)) {
      case 0 -> Integer.toString(random.nextInt(100_000));
      case 1 -> common() + "_" + common();
      case 2 -> common() + ".";
      default -> common();
    };
  }

  /// The first words are by far the most frequent ones.
  private String common() {
    return words.get(
        (int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1));
  }

  /// What somebody types who looks for this text, letter by letter: one to three of its words, some
  /// as a phrase.
  List<String> typed(String text) {
    String[] all = text.split(" ", -1);
    int from = random.nextInt(all.length);
    int many = Math.min(all.length - from, 1 + random.nextInt(3));
    String wanted = String.join(" ", List.of(all).subList(from, from + many));
    if (many > 1 && random.nextInt(4) == 0) {
      return List.of('"' + wanted + '"');
    }
    int begun = wanted.lastIndexOf(' ') + 1;
    return IntStream.rangeClosed(begun + 1, wanted.length())
        .mapToObj(end -> wanted.substring(0, end))
        .toList();
  }

  int below(int limit) {
    return random.nextInt(limit);
  }
}
