package org.colloquy.benchmarks;

import java.io.IOException;
import java.util.List;

/// Something that streams can be sent to, and the process behind it.
///
/// @param requests prepares what is sent, for each run anew
record RelayTarget(StreamTarget target, ProcessUse use, Requests requests) {
  /// Prepares one request for each stream.
  interface Requests {
    List<byte[]> prepare(StreamTarget target, int streams, StreamPlan plan)
        throws IOException, InterruptedException;
  }

  /// One run.
  RelayFigures run(int streams, StreamPlan plan) throws IOException, InterruptedException {
    List<byte[]> prepared = requests.prepare(target, streams, plan);
    use.forgetPeak();
    double before = use.cpuMillis();
    double compiledBefore = use.compilerMillis();
    LoadFigures load = new StreamLoad(target, plan).run(prepared);
    double used = use.cpuMillis() - before;
    double compiling = use.compilerMillis() - compiledBefore;
    double thousands = Math.max(1, load.tokens()) / 1000.0;
    return new RelayFigures(
        load.firstTokenMillis(0.5),
        load.firstTokenMillis(0.99),
        load.delayMillis(0.5),
        load.delayMillis(0.99),
        load.tokensPerSecond(),
        used / thousands,
        compiling / thousands,
        use.peakMebibytes(),
        load.failures());
  }
}
