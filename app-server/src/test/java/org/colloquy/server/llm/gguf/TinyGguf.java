package org.colloquy.server.llm.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a GGUF file with a model of a few words and weights of chance. It has learned nothing,
/// but it is a whole model: it says words from its list.
public final class TinyGguf {
  static final List<String> WORDS =
      List.of("▁the", "▁sky", "▁is", "▁blue", "▁sea", "▁and", "▁green", "▁why");
  static final int CONTEXT = 256;

  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int FLOAT32 = 6;
  private static final int TEXT = 8;
  private static final int LIST = 9;
  private static final int ALIGNED = 32;
  private static final int WIDTH = 32;
  private static final int INNER = 64;
  private static final int MARKS = 3;
  private static final int BYTES = 256;

  private final Bytes pairs = new Bytes();
  private final Bytes tensors = new Bytes();
  private final Bytes weights = new Bytes();
  private final Random random = new Random(7);
  private final List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
  private int pairCount;
  private int tensorCount;

  private TinyGguf() {
    for (int i = 0; i < BYTES; i++) {
      tokens.add("<0x%02X>".formatted(i));
    }
    tokens.add("▁");
    tokens.addAll(WORDS);
  }

  /// Writes one into this folder.
  public static Path in(Path folder) {
    var file = folder.resolve("tiny.gguf");
    try {
      Files.write(file, new TinyGguf().written());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private byte[] written() {
    model();
    vocabulary();
    layers();
    var all = new Bytes();
    all.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    all.int32(3).int64(tensorCount).int64(pairCount);
    all.writeBytes(pairs.toByteArray());
    all.writeBytes(tensors.toByteArray());
    all.align();
    all.writeBytes(weights.toByteArray());
    return all.toByteArray();
  }

  private void model() {
    pair("general.architecture", TEXT).text("llama");
    pair("general.name", TEXT).text("tiny");
    number("llama.context_length", CONTEXT);
    number("llama.embedding_length", WIDTH);
    number("llama.block_count", 1);
    number("llama.feed_forward_length", INNER);
    number("llama.attention.head_count", 2);
    number("llama.attention.head_count_kv", 2);
    number("llama.rope.dimension_count", WIDTH / 2);
    number("llama.vocab_size", tokens.size());
    pair("llama.attention.layer_norm_rms_epsilon", FLOAT32).float32(1e-5f);
  }

  private void vocabulary() {
    pair("tokenizer.ggml.model", TEXT).text("llama");
    var texts = list("tokenizer.ggml.tokens", TEXT);
    tokens.forEach(texts::text);
    var scores = list("tokenizer.ggml.scores", FLOAT32);
    for (int i = 0; i < tokens.size(); i++) {
      scores.float32(-i);
    }
    var kinds = list("tokenizer.ggml.token_type", INT32);
    for (int i = 0; i < tokens.size(); i++) {
      kinds.int32(i == 0 ? 2 : i < MARKS ? 3 : i < MARKS + BYTES ? 6 : 1);
    }
    number("tokenizer.ggml.unknown_token_id", 0);
    number("tokenizer.ggml.bos_token_id", 1);
    number("tokenizer.ggml.eos_token_id", 2);
  }

  private void layers() {
    tensor("token_embd.weight", WIDTH, tokens.size());
    ones("output_norm.weight");
    output();
    ones("blk.0.attn_norm.weight");
    for (var part : List.of("q", "k", "v", "output")) {
      tensor("blk.0.attn_" + part + ".weight", WIDTH, WIDTH);
    }
    ones("blk.0.ffn_norm.weight");
    tensor("blk.0.ffn_gate.weight", WIDTH, INNER);
    tensor("blk.0.ffn_up.weight", WIDTH, INNER);
    tensor("blk.0.ffn_down.weight", INNER, WIDTH);
  }

  /// Only words are ever likely.
  private void output() {
    begin("output.weight", WIDTH, tokens.size());
    for (int token = 0; token < tokens.size(); token++) {
      for (int i = 0; i < WIDTH; i++) {
        weights.float32(token > MARKS + BYTES ? (float) random.nextGaussian() * 3 : 0);
      }
    }
    weights.align();
  }

  private void ones(String name) {
    begin(name, WIDTH);
    for (int i = 0; i < WIDTH; i++) {
      weights.float32(1);
    }
    weights.align();
  }

  private void tensor(String name, int width, int height) {
    begin(name, width, height);
    for (int i = 0; i < width * height; i++) {
      weights.float32((float) random.nextGaussian());
    }
    weights.align();
  }

  private void begin(String name, int... sizes) {
    tensorCount++;
    tensors.text(name).int32(sizes.length);
    for (int size : sizes) {
      tensors.int64(size);
    }
    tensors.int32(0).int64(weights.size());
  }

  private Bytes pair(String name, int type) {
    pairCount++;
    return pairs.text(name).int32(type);
  }

  private void number(String name, int value) {
    pair(name, UINT32).int32(value);
  }

  private Bytes list(String name, int type) {
    return pair(name, LIST).int32(type).int64(tokens.size());
  }

  /// Little end first.
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes int32(int value) {
      return put(value, Integer.BYTES);
    }

    Bytes int64(long value) {
      return put(value, Long.BYTES);
    }

    Bytes float32(float value) {
      return int32(Float.floatToIntBits(value));
    }

    Bytes text(String value) {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      int64(bytes.length);
      writeBytes(bytes);
      return this;
    }

    void align() {
      while (size() % ALIGNED != 0) {
        write(0);
      }
    }

    private Bytes put(long value, int bytes) {
      for (int i = 0; i < bytes; i++) {
        write((int) (value >>> (i * Byte.SIZE)));
      }
      return this;
    }
  }
}
