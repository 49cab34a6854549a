package org.colloquy.desktop.ui.connection;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AccountClient;
import org.colloquy.desktop.client.Contact;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.OtherServer;
import org.colloquy.desktop.client.ServerAddress;
import org.colloquy.desktop.client.ServerAddress.Known;
import org.colloquy.desktop.settings.Connection;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.desktop.settings.TokenKeep;
import org.colloquy.model.Fingerprint;
import org.colloquy.model.PairingLink;
import org.colloquy.model.Problem;

/// Which server the window shows: the program's own, or another one; and whether it answers.
public final class ConnectionViewModel {
  private final ServerAddress server;
  private final Background background;
  private final LiveSettings settings;
  private final TokenKeep tokens;
  private final Change change;
  private final Probing probing;
  private final ReadOnlyObjectWrapper<Link> link =
      new ReadOnlyObjectWrapper<>(new Link("", Contact.THERE));
  private final ReadOnlyObjectWrapper<JoinState> state =
      new ReadOnlyObjectWrapper<>(new JoinState.Idle());
  private final JoinForm form;

  /// What else happens when the server is another one.
  ///
  /// @param before makes what sends the rest to the server that is left; it blocks
  /// @param after shows what the new one has
  /// @param healed shows what happened while nobody answered
  /// @param stopped shows why the server is not asked any more
  public record Change(
      Supplier<Runnable> before, Runnable after, Runnable healed, Runnable stopped) {}

  public ConnectionViewModel(
      ServerAddress server,
      Background background,
      LiveSettings settings,
      TokenKeep tokens,
      Change change) {
    this.server = server;
    this.background = background;
    this.settings = settings;
    this.tokens = tokens;
    this.change = change;
    var account = new AccountClient(server);
    probing = new Probing(background, account::username);
    form = new JoinForm(() -> settings.get().connection());
    server.whenContactChanges(contact -> background.nextFrame(() -> changed(contact)));
  }

  public ReadOnlyObjectProperty<Link> link() {
    return link.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<JoinState> state() {
    return state.getReadOnlyProperty();
  }

  /// What the person fills in.
  public JoinForm form() {
    return form;
  }

  /// Shows the server that was shown when the program ended.
  public void resume() {
    var known = settings.get().connection();
    var authority = Fingerprint.read(known.authority());
    // Without what it is recognised by, anybody could take the server's place.
    boolean safe = known.authority().isEmpty() || authority.isPresent();
    if (known.away() && safe) {
      OtherServer.at(known.address())
          .ifPresent(base -> turnTo(new Known(base, tokens.load(), authority.orElse(null))));
    }
  }

  private void turnTo(Known other) {
    server.turnTo(other);
    probing.end();
    var authority = other.authority() == null ? "" : other.authority().text();
    var shown = new Connection(other.base().toString(), authority, true);
    settings.change(now -> now.withConnection(shown));
    link.set(new Link(other.base().getAuthority(), Contact.THERE));
  }

  /// Shows the server that is meant, once it lets us in. While one is being joined it does nothing:
  /// an invitation is good once.
  public void join() {
    if (state.get() instanceof JoinState.Working) {
      return;
    }
    switch (form.target().get()) {
      case JoinTarget.Address(var base, var authority) -> enter(new Known(base, "", authority));
      case JoinTarget.Paired(var paired) -> {
        var there = new Known(paired.server(), "", paired.authority());
        var code = paired.code();
        if (code == null) {
          enter(there);
        } else {
          accept(paired, there, code);
        }
      }
      case JoinTarget.WrongFingerprint _, JoinTarget.NoFingerprint _, JoinTarget.None _ ->
          state.set(new JoinState.NoAddress());
    }
  }

  private void enter(Known there) {
    if (form.isReset()) {
      choosePassword(there);
    } else {
      join(there);
    }
  }

  /// Chooses a new password with the code, and signs in. What goes wrong later needs no other one.
  private void choosePassword(Known there) {
    var who = form.name().get().strip();
    var code = form.code().get().strip();
    var secret = form.password().get();
    state.set(new JoinState.Working());
    background.run(
        () -> {
          OtherServer.resetPassword(there, who, code, secret);
          return there;
        },
        _ -> {
          form.chosen();
          join(there);
        },
        why -> state.set(isOver(why) ? new JoinState.ResetCodeOver() : new JoinState.Fails(why)));
  }

  /// Makes an account with the invitation, and signs in. What goes wrong later needs no other one.
  private void accept(PairingLink paired, Known there, String code) {
    var who = form.name().get().strip();
    var secret = form.password().get();
    state.set(new JoinState.Working());
    background.run(
        () -> {
          OtherServer.accept(there, code, who, secret);
          return there;
        },
        _ -> {
          form.accepted(paired);
          join(there);
        },
        why -> state.set(isOver(why) ? new JoinState.InvitationOver() : new JoinState.Fails(why)));
  }

  private static boolean isOver(Failure why) {
    return why instanceof Failure.Told(var problem) && problem instanceof Problem.NotSignedIn;
  }

  private void join(Known there) {
    state.set(new JoinState.Working());
    var way = way(there);
    var rest = change.before().get();
    background.run(
        () -> {
          var joined = way.get();
          var account = OtherServer.accountOf(joined);
          rest.run();
          tokens.save(joined.token());
          return new Joining(joined, account);
        },
        this::joined,
        why -> state.set(new JoinState.Fails(why)));
  }

  private record Joining(Known server, String account) {}

  private Supplier<Known> way(Known there) {
    var typed = form.token().get().strip();
    var who = form.name().get().strip();
    var secret = form.password().get();
    if (form.byPassword().get()) {
      return () -> OtherServer.signIn(there, who, secret);
    }
    return () -> there.with(typed.isEmpty() ? kept(there) : typed);
  }

  /// The token that is kept, if it is for this server, recognised by the same: no other one may see
  /// it.
  private String kept(Known there) {
    var known = settings.get().connection();
    var authority = there.authority() == null ? "" : there.authority().text();
    boolean same =
        known.authority().equals(authority)
            && OtherServer.at(known.address()).filter(there.base()::equals).isPresent();
    return same ? tokens.load() : "";
  }

  private void joined(Joining joining) {
    turnTo(joining.server());
    form.letIn(joining.server().base().toString());
    state.set(new JoinState.Joined(joining.account()));
    change.after().run();
  }

  /// Shows the program's own server again.
  public void goHome() {
    var rest = change.before().get();
    background.run(
        () -> {
          rest.run();
          return rest;
        },
        _ -> home(),
        _ -> home());
  }

  private void home() {
    server.turnBack();
    probing.end();
    settings.change(now -> now.withConnection(now.connection().withAway(false)));
    link.set(new Link("", Contact.THERE));
    state.set(new JoinState.Idle());
    change.after().run();
  }

  /// Forgets the other server and its token.
  public void forget() {
    tokens.forget();
    settings.change(now -> now.withConnection(Connection.HERE));
    form.address().set("");
    if (!link.get().isOwn()) {
      goHome();
    }
  }

  private void changed(Contact contact) {
    var before = link.get().contact();
    link.set(link.get().with(contact));
    switch (contact) {
      case LOST -> probing.begin();
      case THERE -> {
        probing.end();
        if (before == Contact.LOST) {
          change.healed().run();
        }
      }
      case STOPPED -> stopped();
    }
  }

  private void stopped() {
    probing.end();
    var why = server.stopped();
    if (why != null) {
      state.set(new JoinState.Fails(Failure.OtherAuthority.of(why)));
      change.stopped().run();
    }
  }
}
