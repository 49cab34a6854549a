package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A tool that does what the test wrote down, and remembers what it was given.
public final class ScriptedTool implements Tool {
  private final String name;
  private final Function<String, String> work;
  private final boolean effects;
  private final boolean strangers;
  private final Sends sends;
  private final List<String> given = new CopyOnWriteArrayList<>();

  /// @param work from arguments to result
  public ScriptedTool(String name, Function<String, String> work) {
    this(name, work, false, false, Sends.NOTHING);
  }

  private ScriptedTool(
      String name, Function<String, String> work, boolean effects, boolean strangers, Sends sends) {
    this.name = name;
    this.work = work;
    this.effects = effects;
    this.strangers = strangers;
    this.sends = sends;
  }

  /// The same, but with effects.
  public ScriptedTool withEffects() {
    return new ScriptedTool(name, work, true, strangers, sends);
  }

  /// The same, but what it tells is words of strangers.
  public ScriptedTool ofStrangers() {
    return new ScriptedTool(name, work, effects, true, sends);
  }

  /// The same, but words of the model's go so far.
  public ScriptedTool sending(Sends far) {
    return new ScriptedTool(name, work, effects, strangers, far);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return "Does " + name + ".";
  }

  @Override
  public String schema() {
    return "{\"type\":\"object\"}";
  }

  @Override
  public boolean hasEffects() {
    return effects;
  }

  @Override
  public Sends sends() {
    return sends;
  }

  @Override
  public boolean bringsStrangersWords() {
    return strangers;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    given.add(arguments);
    return work.apply(arguments);
  }

  /// The arguments of all calls, in order.
  public List<String> given() {
    return List.copyOf(given);
  }
}
