import { useLingui } from "@lingui/react/macro";
import type { CommandGroup } from "./commandForm";
import { useFields } from "./useFields";

const TAG_STATES = ["Accepted", "Blocked", "Expired", "Invalid"];

export function useConfigurationForms(): CommandGroup {
  const { t } = useLingui();
  const { maybe, text, whole, moment, choice } = useFields();
  return {
    name: t`Configuration and tags`,
    forms: [
      {
        action: "GetConfiguration",
        name: t`Read configuration`,
        about: t`All keys, or some.`,
        fields: [
          {
            path: "key",
            label: t`Keys`,
            kind: "words",
            hint: t`Separated by commas; all when left out.`,
          },
        ],
      },
      {
        action: "ChangeConfiguration",
        name: t`Change configuration`,
        about: t`Sets one key.`,
        fields: [text("key", t`Key`, 50), text("value", t`Value`, 500)],
      },
      {
        action: "ClearCache",
        name: t`Clear cache`,
        about: t`Forgets the tags that the charger remembers.`,
        fields: [],
      },
      {
        action: "GetLocalListVersion",
        name: t`Version of the local list`,
        about: t`Which list of tags the charger has.`,
        fields: [],
      },
      {
        action: "SendLocalList",
        name: t`Send local list`,
        about: t`Gives the charger tags that it may accept by itself. “Send all tags” under Profiles and lists does this from the tags here.`,
        fields: [
          {
            ...whole("listVersion", t`Version of the list`),
            least: 1,
            hint: t`Higher than the version that the charger has.`,
          },
          {
            ...choice("updateType", t`Update`, ["Differential", "Full"]),
            hint: t`Full replaces the whole list; Differential changes the tags below.`,
          },
          {
            path: "localAuthorizationList",
            label: t`Tags`,
            kind: "rows",
            add: t`Add a tag`,
            rows: 1,
            hint: t`Without a status, a differential update takes the tag out of the list.`,
            columns: [
              text("idTag", t`Tag`, 20),
              { ...choice("idTagInfo.status", t`Status`, TAG_STATES, false), initial: "Accepted" },
              moment("idTagInfo.expiryDate", t`Expires`),
              maybe(text("idTagInfo.parentIdTag", t`Group of the tag`, 20)),
            ],
          },
        ],
      },
    ],
  };
}
