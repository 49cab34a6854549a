package org.colloquy.server.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.export.Branches;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.ConversationExports.Handed;
import org.colloquy.server.core.export.ConversationFiles;
import org.colloquy.server.core.export.ConversationFormat;
import org.colloquy.server.core.identity.Caller;

/// `export`: somebody's conversations as files.
public final class ExportCommand implements Action {
  private final Owner owner;
  private final ConversationExports exports;

  public ExportCommand(Owner owner, ConversationExports exports) {
    this.owner = owner;
    this.exports = exports;
  }

  @Override
  public void run(Given given, Consumer<String> say) {
    var caller = owner.callerFor(given);
    var format = ConversationFormat.named(given.get("format"));
    var branches = format.branches(given.get("branches", "shown"));
    var target = new ExportTarget(Path.of(given.get(Command.FILE)), given.has("replace"));
    if (given.has("conversation")) {
      var handed = conversation(caller, given.get("conversation"), branches);
      target.writeFile(file -> one(handed, format, file));
      say.accept("The conversation is in %s.".formatted(target.path()));
    } else {
      int count = all(caller, format, branches, target);
      say.accept("Conversations written to %s: %d.".formatted(target.path(), count));
    }
  }

  private int all(
      Caller caller, ConversationFormat format, Branches branches, ExportTarget target) {
    var count = new AtomicInteger();
    if (target.path().toString().endsWith(".zip")) {
      target.writeFile(file -> {
        try (var zip = new ExportZip(Files.newOutputStream(file))) {
          all(caller, format, branches, counted(zip::open, count));
        }
      });
    } else {
      target.writeFolder(
          folder -> all(caller, format, branches, counted(name -> file(folder, name), count)));
    }
    return count.get();
  }

  private void all(
      Caller caller, ConversationFormat format, Branches branches, ConversationFiles.Place place) {
    try (var files = new ConversationFiles(place, format, exports)) {
      exports.all(caller, branches, files);
    }
  }

  private static ConversationFiles.Place counted(
      ConversationFiles.Place place, AtomicInteger count) {
    return name -> {
      count.incrementAndGet();
      return place.open(name);
    };
  }

  private static OutputStream file(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private void one(Handed handed, ConversationFormat format, Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        var writer = exports.write(format, out)) {
      handed.to(writer);
    }
  }

  /// By its id, or by its number, which names of files have.
  private Handed conversation(Caller caller, String id, Branches branches) {
    if (id.matches("[0-9]{1,18}")) {
      return exports.ofNumber(caller, Long.parseLong(id), branches);
    }
    try {
      return exports.of(caller, new ConversationId(UUID.fromString(id)), branches);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(new Problem.NotFound("conversation"), e);
    }
  }
}
