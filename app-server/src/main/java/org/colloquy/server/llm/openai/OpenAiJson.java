package org.colloquy.server.llm.openai;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// How JSON is read and written here.
final class OpenAiJson {
  /// In lists and objects. No provider says anything deeper than ten.
  private static final int DEEPEST = 64;

  /// Buffers are shared by all threads: the usual pool keeps some for every thread, and each answer
  /// has a thread of its own.
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  /// For the rare small answers that are read as a whole.
  static final JsonMapper MAPPER = new JsonMapper(FACTORY);

  private OpenAiJson() {}
}
