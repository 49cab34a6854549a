package org.colloquy.server.retrieval;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The model all-MiniLM-L6-v2, quantized, run by ONNX Runtime. Sends nothing anywhere.
final class SentenceModel {
  static final String NAME = "all-MiniLM-L6-v2";
  static final int DIMENSIONS = 384;

  private static final String RESOURCE = "/all-minilm-l6-v2-q";

  /// In pieces of words, marks at both ends included. The model was made for no more.
  private static final int LONGEST_PART = 256;

  /// A text of more parts than this is cut off.
  private static final int MOST_PARTS = 16;

  private static final int MOST_THREADS = 4;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;
  private final long first;
  private final long last;

  /// Loads it, which takes about a second.
  ///
  /// @throws UnsatisfiedLinkError and others where ONNX Runtime does not run
  SentenceModel() throws OrtException {
    environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    session = environment.createSession(resource(".onnx"), options);
    pieces = new WordPieces(vocabulary());
    first = pieces.number("[CLS]");
    last = pieces.number("[SEP]");
  }

  /// The direction of a text's meaning, of length 1.
  float[] embed(String text) throws OrtException {
    var all = pieces.of(text, MOST_PARTS * (LONGEST_PART - 2));
    var sum = new float[DIMENSIONS];
    int from = 0;
    do {
      int to = Math.min(all.size(), from + LONGEST_PART - 2);
      add(all.subList(from, to), sum);
      from = to;
    } while (from < all.size());
    return normalized(sum);
  }

  /// Adds what the model says of one part, which counts as much as it is long.
  private void add(List<Integer> part, float[] sum) throws OrtException {
    int length = part.size() + 2;
    var ids = new long[length];
    ids[0] = first;
    for (int i = 0; i < part.size(); i++) {
      ids[i + 1] = part.get(i);
    }
    ids[length - 1] = last;
    var ones = new long[length];
    Arrays.fill(ones, 1);
    var shape = new long[] {1, length};
    try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        var types = OnnxTensor.createTensor(environment, LongBuffer.allocate(length), shape);
        var result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int place = 0; states.hasRemaining(); place++) {
        sum[place % DIMENSIONS] += states.get();
      }
    }
  }

  private static float[] normalized(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    var length = (float) Math.sqrt(squares);
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private static byte[] resource(String end) {
    try (InputStream in = SentenceModel.class.getResourceAsStream(RESOURCE + end)) {
      return Objects.requireNonNull(in, RESOURCE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Integer> vocabulary() {
    try {
      var numbers = new HashMap<String, Integer>();
      new JsonMapper()
          .readTree(resource("-tokenizer.json"))
          .path("model")
          .path("vocab")
          .properties()
          .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().intValue()));
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
