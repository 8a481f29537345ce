/** A grey piece of something that is still loading. */

import classes from "./Bone.module.css";

interface BoneProps {
  width: number | string;
  height: number;
  round?: boolean;
}

export function Bone({ width, height, round = false }: BoneProps) {
  return <span className={classes.bone} data-round={round || undefined} style={{ width, height }} />;
}
