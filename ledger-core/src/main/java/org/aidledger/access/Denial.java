package org.aidledger.access;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.event.Actor;
import org.aidledger.fund.FundId;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;

/** Why somebody who is signed in may not do what they asked for. */
public sealed interface Denial extends Rejection {

    /** Ends what was asked for. */
    default CommandRejected asException() {
        return new CommandRejected(this);
    }

    /**
     * None of the caller's roles has the right.
     *
     * @param right a right, or the name of a command
     * @param roles that have it
     */
    record RightMissing(String right, List<String> roles) implements Denial {

        public RightMissing {
            roles = List.copyOf(roles);
        }

        /** None of these roles is the caller's. */
        public static RightMissing of(String right, Collection<Role> roles) {
            return new RightMissing(
                    right,
                    roles.stream().sorted().map(Role::toString).collect(Collectors.toList()));
        }

        @Override
        public String code() {
            return "RIGHT_MISSING";
        }

        @Override
        public String message() {
            return "This takes the right '%s', which %s."
                    .formatted(
                            right,
                            roles.isEmpty()
                                    ? "nobody has"
                                    : "these roles have: " + String.join(", ", roles));
        }
    }

    /**
     * The fund, or the fund that the finding is about, is not among the caller's. The same is said
     * where there is no such fund, so that the answer does not tell whether there is.
     *
     * @param subject the fund or finding asked for
     */
    record OutsideScope(String subject) implements Denial {

        /** A fund outside. */
        public static OutsideScope of(FundId fund) {
            return new OutsideScope(fund.value());
        }

        @Override
        public String code() {
            return "OUTSIDE_SCOPE";
        }

        @Override
        public String message() {
            return "Your account does not reach " + subject + ", if it exists.";
        }
    }

    /**
     * The command names another actor than the caller.
     *
     * @param stated who is said to act
     * @param you who is signed in
     */
    record ActorNotYou(Actor stated, Actor you) implements Denial {

        @Override
        public String code() {
            return "ACTOR_NOT_YOU";
        }

        @Override
        public String message() {
            return "You are signed in as %s and cannot post as %s; leave actor out."
                    .formatted(you, stated);
        }
    }

    /**
     * The command states approvals, which are given by the approvers themselves.
     *
     * @param stated who is said to have approved
     */
    record ApprovalNotYours(List<Actor> stated) implements Denial {

        public ApprovalNotYours {
            stated = List.copyOf(stated);
        }

        @Override
        public String code() {
            return "APPROVAL_NOT_YOURS";
        }

        @Override
        public String message() {
            return "Approvals cannot be stated for others; leave approvedBy out.";
        }
    }
}
