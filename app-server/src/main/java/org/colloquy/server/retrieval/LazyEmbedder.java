package org.colloquy.server.retrieval;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sentence model, which is loaded on a thread of its own when it is needed for the first time.
/// Where it cannot be loaded, that is said once in the log.
public final class LazyEmbedder implements TextEmbedder {
  private static final Logger LOG = LoggerFactory.getLogger(LazyEmbedder.class);

  private static final Problem UNAVAILABLE =
      new Problem.Unavailable("The model for meanings cannot be run on this computer.");

  private @Nullable FutureTask<SentenceModel> loading;

  @Override
  public String model() {
    return SentenceModel.NAME;
  }

  @Override
  public boolean isReady() {
    return loading().state() == Future.State.SUCCESS;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    var model = loaded();
    var vectors = new ArrayList<float[]>(texts.size());
    try {
      for (var text : texts) {
        vectors.add(model.embed(text));
      }
    } catch (OrtException e) {
      throw new ProblemException(new Problem.Unavailable("The model for meanings failed."), e);
    }
    return vectors;
  }

  private SentenceModel loaded() {
    try {
      return loading().get();
    } catch (ExecutionException e) {
      throw new ProblemException(UNAVAILABLE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(new Problem.Unavailable("The model was not waited for."), e);
    }
  }

  private synchronized FutureTask<SentenceModel> loading() {
    var begun = loading;
    if (begun == null) {
      begun = new FutureTask<>(LazyEmbedder::load);
      loading = begun;
      Thread.ofPlatform().daemon().name("load-sentence-model").start(begun);
    }
    return begun;
  }

  private static SentenceModel load() throws OrtException {
    try {
      return new SentenceModel();
    } catch (OrtException | RuntimeException | LinkageError e) {
      LOG.warn("memories are recalled by their words only: the model for meanings cannot run", e);
      throw e;
    }
  }
}
